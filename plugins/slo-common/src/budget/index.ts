export * from './allowedFraction';
export * from './burnAlertRules';
export * from './burnRate';
export * from './computeBudget';
