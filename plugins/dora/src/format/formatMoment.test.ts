import {
  formatDay,
  formatMoment,
  formatUtc,
  formatWeekday,
} from './formatMoment';

const london = {
  now: new Date('2026-11-23T14:55:00Z'),
  timeZone: 'Europe/London',
};
const tokyo = { ...london, timeZone: 'Asia/Tokyo' };

describe('formatMoment', () => {
  it.each([
    ['2026-11-20T15:32:00Z', london, 'Fri 20 Nov, 15:32'],
    ['2026-11-20T15:32:00Z', tokyo, 'Sat 21 Nov, 00:32'],
    ['2026-09-28T08:15:00Z', london, 'Mon 28 Sep, 09:15'],
    ['2025-12-31T23:59:59Z', london, 'Wed 31 Dec 2025, 23:59'],
    ['2025-12-31T23:59:59Z', tokyo, 'Thu 1 Jan, 08:59'],
    [null, london, '–'],
  ])('writes %p as %p', (at, context, expected) => {
    expect(formatMoment(at, context)).toBe(expected);
  });
});

describe('formatDay and formatWeekday', () => {
  it('name another year only', () => {
    expect(formatDay('2026-01-01T00:00:00Z', london)).toBe('1 Jan');
    expect(formatWeekday('2027-01-14T00:00:00Z', london)).toBe(
      'Thu 14 Jan 2027',
    );
  });
});

describe('formatUtc', () => {
  it('is the same for every reader', () => {
    expect(formatUtc('2026-11-11T15:45:30Z')).toBe('2026-11-11 15:45 UTC');
  });
});
