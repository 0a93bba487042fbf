import { daysSince } from './daysSince';
import { daysUntil } from './daysUntil';

const context = {
  now: new Date('2026-11-23T15:00:00Z'),
  timeZone: 'Europe/London',
};

describe('daysSince', () => {
  it.each([
    ['2026-11-23T00:00:00Z', 0],
    ['2026-11-22T23:59:59Z', 1],
    ['2026-11-11T23:59:59Z', 12],
    // Over the 25-hour Sunday of 25 October: 29 midnights.
    ['2026-10-25T00:30:00Z', 29],
    ['2026-11-24T09:00:00Z', 0],
  ])('counts midnights since %s', (at, days) => {
    expect(daysSince(at, context)).toBe(days);
  });
});

describe('daysUntil', () => {
  it.each([
    ['2026-11-30T00:00:00Z', 6],
    ['2027-02-16T00:00:00Z', 84],
    ['2026-11-24T14:59:59Z', 0],
    ['2026-11-24T15:00:00Z', 1],
    ['2026-11-01T00:00:00Z', 0],
  ])('floors the days until %s', (at, days) => {
    expect(daysUntil(at, context.now)).toBe(days);
  });
});
