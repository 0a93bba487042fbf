import { finishedPeriods, monthPeriod } from './finishedPeriods';

const timeZone = 'Europe/London';
const names = (unit: 'week' | 'month', at: string, count = 2) =>
  finishedPeriods({ unit, at: Date.parse(at), count, timeZone }).map(
    ({ name }) => name,
  );

describe('finishedPeriods', () => {
  it.each([
    // 24 November 2026 is a Tuesday.
    ['2026-11-24T12:00:00Z', ['2026-11-16', '2026-11-09']],
    ['2026-11-23T00:00:00Z', ['2026-11-16', '2026-11-09']],
    ['2026-11-22T23:59:59Z', ['2026-11-09', '2026-11-02']],
    // In London it is Monday 29 June already.
    ['2026-06-28T23:00:00Z', ['2026-06-22', '2026-06-15']],
    // The ISO week of New Year's Day begins in December.
    ['2027-01-04T00:00:00Z', ['2026-12-28', '2026-12-21']],
  ])('weeks at %s', (at, weeks) => {
    expect(names('week', at)).toEqual(weeks);
  });

  it.each([
    ['2026-11-24T12:00:00Z', ['2026-10', '2026-09']],
    ['2026-01-31T12:00:00Z', ['2025-12', '2025-11']],
    // In London it is 1 July already.
    ['2026-06-30T23:00:00Z', ['2026-06', '2026-05']],
  ])('months at %s', (at, months) => {
    expect(names('month', at)).toEqual(months);
  });

  it('follows the clocks: the week in which they go back has 169 hours', () => {
    const [week] = finishedPeriods({
      unit: 'week',
      count: 1,
      at: Date.parse('2026-10-26T00:00:00Z'),
      timeZone,
    });
    expect(week).toEqual({
      name: '2026-10-19',
      from: Date.parse('2026-10-18T23:00:00Z'),
      to: Date.parse('2026-10-26T00:00:00Z'),
    });
  });
});

describe('monthPeriod', () => {
  it('begins at local midnight', () => {
    expect(monthPeriod('2026-10', timeZone)).toEqual({
      name: '2026-10',
      from: Date.parse('2026-09-30T23:00:00Z'),
      to: Date.parse('2026-11-01T00:00:00Z'),
    });
  });
});
