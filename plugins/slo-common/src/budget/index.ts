export * from './burnAlertRules';
export * from './burnRate';
export * from './computeBudget';
