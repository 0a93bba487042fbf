import { storyTime } from './storyTime';

const seconds = (instant: string) => Date.parse(instant) / 1_000;
const DAY = 86_400;

describe('storyTime', () => {
  // 23 November 2026 is a Monday; the story before it began on Monday, 19 October.
  it.each([
    ['2026-10-19T00:00:00Z', '2026-11-23T14:55:00Z', 0],
    ['2026-11-11T14:05:00Z', '2026-11-23T00:00:00Z', 23 * DAY + 50_700],
    ['2026-11-11T14:05:00Z', '2026-11-29T23:59:59Z', 23 * DAY + 50_700],
    ['2026-11-11T14:05:00Z', '2026-11-30T00:00:00Z', 16 * DAY + 50_700],
    ['2026-11-22T23:59:00Z', '2026-11-23T14:55:00Z', 35 * DAY - 60],
    // Then it begins again
    ['2026-11-23T00:00:00Z', '2026-11-23T14:55:00Z', 0],
    ['2026-12-28T00:00:00Z', '2026-11-23T14:55:00Z', 0],
    ['2026-12-16T14:05:00Z', '2026-11-23T14:55:00Z', 23 * DAY + 50_700],
  ])('at %s of a demo that began at %s', (at, since, expected) => {
    expect(storyTime({ at: seconds(at), since: seconds(since) })).toBe(
      expected,
    );
  });
});
