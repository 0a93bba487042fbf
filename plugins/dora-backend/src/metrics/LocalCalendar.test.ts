import { LocalCalendar } from './LocalCalendar';

const london = new LocalCalendar('Europe/London');
const span = (from: string, to: string) => ({
  from: Date.parse(from),
  to: Date.parse(to),
});
const texts = (spans: { from: number; to: number }[]) =>
  spans.map(({ from, to }) =>
    [from, to].map(at => new Date(at).toISOString().slice(0, 16)).join(' '),
  );

describe('LocalCalendar', () => {
  it('cuts days at local midnights, over a change of clocks', () => {
    // clocks go back on 25 October 2026: that day has 25 hours
    expect(
      texts(
        london.pieces(
          span('2026-10-24T12:00:00Z', '2026-10-26T06:00:00Z'),
          'day',
        ),
      ),
    ).toEqual([
      '2026-10-24T12:00 2026-10-24T23:00',
      '2026-10-24T23:00 2026-10-26T00:00',
      '2026-10-26T00:00 2026-10-26T06:00',
    ]);
    expect(texts([london.spanOfDay('2026-10-25')])).toEqual([
      '2026-10-24T23:00 2026-10-26T00:00',
    ]);
  });

  it('cuts weeks on Mondays and months on their first', () => {
    const days = span('2026-10-28T00:00:00Z', '2026-11-10T00:00:00Z');
    expect(texts(london.pieces(days, 'week'))).toEqual([
      '2026-10-28T00:00 2026-11-02T00:00',
      '2026-11-02T00:00 2026-11-09T00:00',
      '2026-11-09T00:00 2026-11-10T00:00',
    ]);
    expect(texts(london.pieces(days, 'month'))).toEqual([
      '2026-10-28T00:00 2026-11-01T00:00',
      '2026-11-01T00:00 2026-11-10T00:00',
    ]);
  });

  it('finds complete ISO weeks', () => {
    expect(
      texts(
        london.completeWeeks(
          span('2026-10-27T00:00:00Z', '2026-11-16T00:00:00Z'),
        ),
      ),
    ).toEqual([
      '2026-11-02T00:00 2026-11-09T00:00',
      '2026-11-09T00:00 2026-11-16T00:00',
    ]);
    expect(
      texts(
        london.completeWeeks(
          span('2026-11-02T00:00:00Z', '2026-11-15T23:59:59Z'),
        ),
      ),
    ).toEqual(['2026-11-02T00:00 2026-11-09T00:00']);
  });

  it('begins a day at the first of two midnights', () => {
    // On the Azores, clocks went back from 01:00 to 00:00 on 25 October 2026 at 01:00 UTC.
    const azores = new LocalCalendar('Atlantic/Azores');
    const day = span('2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z');
    expect(azores.spanOfDay('2026-10-25')).toEqual(day);
    expect(
      azores.pieces(
        span('2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'),
        'day',
      )[1],
    ).toEqual(day);
    expect(azores.startsDay(day.from)).toBe(true);
    expect(azores.startsDay(Date.parse('2026-10-25T01:00:00Z'))).toBe(false);
  });

  it('has nothing in an empty span', () => {
    expect(london.pieces({ from: 5, to: 5 }, 'day')).toEqual([]);
  });

  it('names days by the zone', () => {
    expect(london.dayOf(Date.parse('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
  });
});
