import { addWorkingDays } from './addWorkingDays';
import { workingDaysBetween } from './workingDaysBetween';

const LONDON = 'Europe/London';
const at = (instant: string) => Date.parse(instant);

describe('working days', () => {
  // 24 November 2026 is a Tuesday.
  it.each`
    from                      | days  | to                        | why
    ${'2026-11-24T10:00:00Z'} | ${0}  | ${'2026-11-24T10:00:00Z'} | ${'none'}
    ${'2026-11-24T10:00:00Z'} | ${2}  | ${'2026-11-26T10:00:00Z'} | ${'within a week'}
    ${'2026-11-24T10:00:00Z'} | ${3}  | ${'2026-11-27T10:00:00Z'} | ${'Friday'}
    ${'2026-11-24T10:00:00Z'} | ${4}  | ${'2026-11-30T10:00:00Z'} | ${'over a weekend'}
    ${'2026-11-27T10:00:00Z'} | ${1}  | ${'2026-11-30T10:00:00Z'} | ${'from Friday'}
    ${'2026-11-28T10:00:00Z'} | ${1}  | ${'2026-11-30T10:00:00Z'} | ${'from Saturday'}
    ${'2026-11-29T10:00:00Z'} | ${1}  | ${'2026-11-30T10:00:00Z'} | ${'from Sunday'}
    ${'2026-11-29T10:00:00Z'} | ${5}  | ${'2026-12-04T10:00:00Z'} | ${'a week from Sunday'}
    ${'2026-11-24T10:00:00Z'} | ${10} | ${'2026-12-08T10:00:00Z'} | ${'two weeks'}
    ${'2026-11-24T10:00:00Z'} | ${30} | ${'2027-01-05T10:00:00Z'} | ${'six weeks; holidays are not known'}
    ${'2026-10-23T09:00:00Z'} | ${1}  | ${'2026-10-26T10:00:00Z'} | ${'ten in the morning, over the end of summer time'}
  `('$from and $days: $why', ({ from, days, to }) => {
    expect(addWorkingDays(at(from), days, LONDON)).toBe(at(to));
    expect(workingDaysBetween(at(from), at(to), LONDON)).toBe(days);
    expect(workingDaysBetween(at(from), at(to) - 1, LONDON)).toBe(
      Math.max(0, days - 1),
    );
  });

  it('knows the local weekday: Friday evening in London is Saturday in Tokyo', () => {
    const from = at('2026-11-27T20:00:00Z');
    expect(addWorkingDays(from, 1, LONDON)).toBe(at('2026-11-30T20:00:00Z'));
    expect(addWorkingDays(from, 1, 'Asia/Tokyo')).toBe(
      at('2026-11-29T20:00:00Z'),
    );
  });

  it('counts nothing backwards', () => {
    expect(
      workingDaysBetween(
        at('2026-11-26T00:00:00Z'),
        at('2026-11-24T00:00:00Z'),
        LONDON,
      ),
    ).toBe(0);
  });

  it('counts day by day what it adds at once', () => {
    const from = at('2026-11-28T23:30:00Z');
    let passed = 0;
    for (let hour = 1; hour <= 24 * 40; hour++) {
      const to = from + hour * 3_600_000;
      const days = workingDaysBetween(from, to, LONDON);
      expect([passed, passed + 1]).toContain(days);
      expect(addWorkingDays(from, days, LONDON)).toBeLessThanOrEqual(to);
      expect(addWorkingDays(from, days + 1, LONDON)).toBeGreaterThan(to);
      passed = days;
    }
    // Monday 30 November to Thursday 7 January.
    expect(passed).toBe(29);
  });
});
