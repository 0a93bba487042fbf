import { defaultGranularity } from './defaultGranularity';
import { earliestDay } from './earliestDay';
import { formatPeriodDays, formatPeriodShort } from './formatPeriodDays';
import { lastWeeks } from './lastWeeks';
import { periodDays } from './periodDays';
import { periodWindow } from './periodWindow';
import { previousPeriod } from './previousPeriod';
import { readPeriod } from './readPeriod';
import { wholeWeeks } from './wholeWeeks';

const timeZone = 'Europe/London';
const period = { from: '2026-10-26', to: '2026-11-23' };

describe('lastWeeks', () => {
  it.each([
    // A Monday at 15:00, the Sunday evening before, and the same moment in Tokyo, where it is Monday.
    [4, '2026-11-23T15:00:00Z', timeZone, '2026-10-26', '2026-11-23'],
    [4, '2026-11-22T20:00:00Z', timeZone, '2026-10-19', '2026-11-16'],
    [4, '2026-11-22T20:00:00Z', 'Asia/Tokyo', '2026-10-26', '2026-11-23'],
    [52, '2026-11-23T15:00:00Z', timeZone, '2025-11-24', '2026-11-23'],
  ])('takes %p weeks before %p in %p', (weeks, now, zone, from, to) => {
    expect(lastWeeks({ weeks, now: new Date(now), timeZone: zone })).toEqual({
      from,
      to,
    });
  });
});

describe('wholeWeeks', () => {
  it.each([
    ['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-30'],
    ['2026-11-22', '2026-11-23', '2026-11-16', '2026-11-30'],
    ['2026-10-26', '2026-11-22', '2026-10-26', '2026-11-23'],
    ['2026-01-01', '2026-01-01', '2025-12-29', '2026-01-05'],
  ])('widens %p to %p', (first, last, from, to) => {
    expect(wholeWeeks(first, last)).toEqual({ from, to });
  });
});

describe('periodWindow', () => {
  it('begins and ends at midnights of the zone, whose clocks may change in between', () => {
    expect(
      periodWindow({ from: '2026-10-19', to: '2026-11-16' }, timeZone),
    ).toEqual({ from: '2026-10-18T23:00:00Z', to: '2026-11-16T00:00:00Z' });
  });

  it('begins after midnight where the clocks jump over it', () => {
    // In Santiago 6 September 2026 begins at 01:00.
    expect(
      periodWindow(
        { from: '2026-09-06', to: '2026-09-07' },
        'America/Santiago',
      ),
    ).toEqual({ from: '2026-09-06T04:00:00Z', to: '2026-09-07T03:00:00Z' });
  });
});

describe('previousPeriod', () => {
  it('is as many days', () => {
    expect(previousPeriod(period)).toEqual({
      from: '2026-09-28',
      to: '2026-10-26',
    });
    expect(periodDays(previousPeriod(period))).toBe(28);
  });
});

describe('formatPeriodDays', () => {
  it('names the last day, not the one after', () => {
    expect(formatPeriodDays(period)).toBe('Mon 26 Oct – Sun 22 Nov 2026');
    expect(formatPeriodDays({ from: '2025-12-29', to: '2026-01-05' })).toBe(
      'Mon 29 Dec 2025 – Sun 4 Jan 2026',
    );
    expect(formatPeriodShort(previousPeriod(period), period)).toBe(
      '28 Sep – 25 Oct',
    );
    expect(
      formatPeriodShort({ from: '2024-11-25', to: '2025-11-24' }, period),
    ).toBe('25 Nov 2024 – 23 Nov 2025');
  });
});

describe('readPeriod', () => {
  it.each([
    ['from=2026-10-26&to=2026-11-23', period],
    ['from=2026-10-26', undefined],
    ['from=2026-11-23&to=2026-10-26', undefined],
    ['from=2026-02-30&to=2026-11-23', undefined],
    ['from=yesterday&to=today', undefined],
    ['', undefined],
  ])('reads %p as %p', (query, expected) => {
    expect(readPeriod(new URLSearchParams(query))).toEqual(expected);
  });
});

describe('defaultGranularity', () => {
  it('cuts months into days and quarters into weeks', () => {
    expect(defaultGranularity(period)).toBe('day');
    expect(defaultGranularity({ from: '2026-08-24', to: '2026-11-23' })).toBe(
      'week',
    );
  });
});

describe('earliestDay', () => {
  it.each([
    ['2026-08-01T10:00:00Z', '2026-08-02'],
    // Midnight of summer time.
    ['2026-07-31T23:00:00Z', '2026-08-01'],
  ])('from %p on is %p', (instant, day) => {
    expect(earliestDay(instant, timeZone)).toBe(day);
  });
});
