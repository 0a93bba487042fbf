/** When the fixtures were taken, as in the mock-ups. */
export const now = new Date('2026-11-23T15:00:00Z');
