import { daysLeft } from './daysLeft';

const timeZone = 'Europe/London';

describe('daysLeft', () => {
  it.each([
    // The mock-up: on 23 November four days are left until 27, and 20 was three days ago.
    ['2026-11-27', '2026-11-23T15:00:00Z', 4],
    ['2026-11-20', '2026-11-23T15:00:00Z', -3],
    ['2026-11-23', '2026-11-23T23:59:00Z', 0],
    ['2026-11-23', '2026-11-24T00:00:00Z', -1],
    // In London it is 1 July already.
    ['2026-07-02', '2026-06-30T23:30:00Z', 1],
    // The clocks go back on 25 October: that day has 25 hours.
    ['2026-10-26', '2026-10-24T12:00:00Z', 2],
  ])('of %s at %s is %s', (date, now, days) => {
    expect(daysLeft({ date, now: new Date(now), timeZone })).toBe(days);
  });
});
