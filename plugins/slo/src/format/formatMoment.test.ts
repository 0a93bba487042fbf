import {
  formatDay,
  formatMoment,
  formatPeriod,
  formatRecent,
  formatUtc,
} from './formatMoment';

const london = {
  now: new Date('2026-11-23T14:55:00Z'),
  timeZone: 'Europe/London',
};
const tokyo = { ...london, timeZone: 'Asia/Tokyo' };

describe('formatMoment', () => {
  it.each([
    ['2026-11-11T15:45:00Z', london, '11 Nov, 15:45'],
    ['2026-11-11T15:45:00Z', tokyo, '12 Nov, 00:45'],
    ['2026-09-28T08:15:00Z', london, '28 Sep, 09:15'],
    ['2025-12-31T23:59:59Z', london, '31 Dec 2025, 23:59'],
    ['2025-12-31T23:59:59Z', tokyo, '1 Jan, 08:59'],
    [null, london, '–'],
  ])('writes %p as %p', (at, context, expected) => {
    expect(formatMoment(at, context)).toBe(expected);
  });
});

describe('formatDay', () => {
  it('names another year only', () => {
    expect(formatDay('2026-01-01T00:00:00Z', london)).toBe('1 Jan');
    expect(formatDay('2027-01-14T00:00:00Z', london)).toBe('14 Jan 2027');
  });
});

describe('formatRecent', () => {
  it.each([
    ['2026-11-23T12:05:00Z', london, '12:05'],
    ['2026-11-22T23:59:00Z', london, '22 Nov, 23:59'],
    // In Tokyo it is already 23 Nov, 23:55.
    ['2026-11-22T15:00:00Z', tokyo, '00:00'],
  ])('writes %p as %p', (at, context, expected) => {
    expect(formatRecent(at, context)).toBe(expected);
  });
});

describe('formatPeriod', () => {
  it.each([
    ['2026-11-11T14:05:00Z', '2026-11-11T15:50:00Z', '11 Nov, 14:05 – 15:50'],
    [
      '2026-11-06T01:00:00Z',
      '2026-11-11T10:20:00Z',
      '6 Nov, 01:00 – 11 Nov, 10:20',
    ],
  ])('writes %p to %p as %p', (from, to, expected) => {
    expect(formatPeriod(from, to, london)).toBe(expected);
  });
});

describe('formatUtc', () => {
  it('is the same for every reader', () => {
    expect(formatUtc('2026-11-11T15:45:30Z')).toBe('2026-11-11 15:45 UTC');
  });
});
