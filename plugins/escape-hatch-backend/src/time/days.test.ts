import { addDays } from './addDays';
import { dayOf } from './dayOf';
import { endOfDay } from './endOfDay';
import { startOfDay } from './startOfDay';

const LONDON = 'Europe/London';
const at = (instant: string) => Date.parse(instant);
const HOUR = 3_600_000;

describe('local days', () => {
  it.each`
    day             | zone                  | from                      | to                        | hours | why
    ${'2026-11-24'} | ${'UTC'}              | ${'2026-11-24T00:00:00Z'} | ${'2026-11-25T00:00:00Z'} | ${24} | ${'an ordinary day'}
    ${'2026-03-29'} | ${LONDON}             | ${'2026-03-29T00:00:00Z'} | ${'2026-03-29T23:00:00Z'} | ${23} | ${'clocks go on'}
    ${'2026-10-25'} | ${LONDON}             | ${'2026-10-24T23:00:00Z'} | ${'2026-10-26T00:00:00Z'} | ${25} | ${'clocks go back'}
    ${'2026-07-01'} | ${LONDON}             | ${'2026-06-30T23:00:00Z'} | ${'2026-07-01T23:00:00Z'} | ${24} | ${'summer time'}
    ${'2026-09-06'} | ${'America/Santiago'} | ${'2026-09-06T04:00:00Z'} | ${'2026-09-07T03:00:00Z'} | ${23} | ${'no midnight: it begins at one'}
    ${'2025-11-02'} | ${'America/Havana'}   | ${'2025-11-02T04:00:00Z'} | ${'2025-11-03T05:00:00Z'} | ${25} | ${'two midnights: it begins at the first'}
    ${'2028-02-29'} | ${'Asia/Kathmandu'}   | ${'2028-02-28T18:15:00Z'} | ${'2028-02-29T18:15:00Z'} | ${24} | ${'a quarter of an hour off'}
  `('$day in $zone: $why', ({ day, zone, from, to, hours }) => {
    expect(startOfDay(day, zone)).toBe(at(from));
    expect(endOfDay(day, zone)).toBe(at(to));
    expect(at(to) - at(from)).toBe(hours * HOUR);
    expect(dayOf(at(from), zone)).toBe(day);
    expect(dayOf(at(to) - 1, zone)).toBe(day);
    expect(dayOf(at(to), zone)).toBe(addDays(day, 1));
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026', 'today', ''])(
    "refuses '%s'",
    day => {
      expect(() => startOfDay(day, LONDON)).toThrow(
        new RangeError(`'${day}' is no day; expected YYYY-MM-DD`),
      );
      expect(() => endOfDay(day, LONDON)).toThrow(RangeError);
    },
  );

  it('adds days over months and years', () => {
    expect(addDays('2026-11-24', 92)).toBe('2027-02-24');
    expect(addDays('2027-12-31', 60)).toBe('2028-02-29');
  });
});
