/** When the fixtures were taken, as in the mock-ups: a Monday in London. */
export const now = new Date('2026-11-23T14:14:00Z');
