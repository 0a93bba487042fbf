import { levelOf } from './tileLevels';

const DAY = 86_400;
const HOUR = 3_600;
/** A watermark at 10:00 on some day. */
const W = 20_000 * DAY + 10 * HOUR;

describe('levelOf', () => {
  it.each([
    { name: 'fresh minute', start: W - 60, baseSeconds: 60, level: [W, 60] },
    {
      name: 'minute of the last 6 h',
      start: W - 6 * HOUR,
      baseSeconds: 60,
      level: [W - 6 * HOUR + 60, 60],
    },
    {
      name: 'minute before',
      start: W - 6 * HOUR - 60,
      baseSeconds: 60,
      level: [W - 6 * HOUR, 300],
    },
    {
      name: 'five minutes after 7 d become an hour',
      start: W - 7 * DAY - HOUR,
      baseSeconds: 300,
      level: [W - 7 * DAY, HOUR],
    },
    {
      name: 'but only a whole hour',
      start: W - 7 * DAY,
      baseSeconds: 300,
      level: [W - 7 * DAY + 300, 300],
    },
    {
      name: 'ten seconds are stored by the minute',
      start: W - 10,
      baseSeconds: 10,
      level: [W, 60],
    },
    {
      name: '45 s and a minute meet at 3 min',
      start: W - 45,
      baseSeconds: 45,
      level: [W, 180],
    },
    {
      name: 'a base of an hour stays one',
      start: W - HOUR,
      baseSeconds: HOUR,
      level: [W, HOUR],
    },
  ])('$name', ({ start, baseSeconds, level: [end, seconds] }) => {
    expect(levelOf({ start, baseSeconds, watermark: W })).toEqual({
      end,
      seconds,
    });
  });

  it('keeps at most 4,400 rows for 90 days of minutes', () => {
    const ends = new Set<number>();
    for (let start = W - 90 * DAY; start < W; start += 60) {
      ends.add(levelOf({ start, baseSeconds: 60, watermark: W }).end);
    }
    // 6 h of minutes, 7 d less 6 h of five minutes, 83 d of hours
    expect(ends.size).toBe(360 + 1_944 + 1_992);
  });
});
