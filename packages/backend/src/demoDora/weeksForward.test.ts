import { weeksForward } from './weeksForward';

const seconds = (instant: string) => Date.parse(instant) / 1_000;
// A Friday; its week began on Monday, 23 February.
const last = seconds('2026-02-27T15:32:55Z');

describe('weeksForward', () => {
  // 2 March 2026 is a Monday, and so is 23 November, 38 weeks later.
  it.each([
    ['2026-02-27T15:32:55Z', -1],
    ['2026-03-01T23:59:59Z', -1],
    ['2026-03-02T00:00:00Z', 0],
    ['2026-03-08T23:59:59Z', 0],
    ['2026-03-09T00:00:00Z', 1],
    ['2026-11-24T15:40:00Z', 38],
    ['2026-11-30T00:00:00Z', 39],
  ])('at %s', (now, expected) => {
    expect(weeksForward({ last, now: seconds(now) })).toBe(expected);
  });
});
