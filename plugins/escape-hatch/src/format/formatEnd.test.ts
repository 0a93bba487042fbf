import { formatEnd, formatEndDay } from './formatEnd';

const context = {
  now: new Date('2026-11-23T15:00:00Z'),
  timeZone: 'Europe/London',
};

describe('formatEnd', () => {
  it('names the day whose end it is', () => {
    expect(formatEnd('2026-11-30T00:00:00Z', context)).toBe('Sun 29 Nov');
    expect(formatEndDay('2026-11-30T00:00:00Z', context)).toBe('29 Nov');
  });

  it('says the year if it is another one', () => {
    expect(formatEnd('2027-01-01T00:00:00Z', context)).toBe('Thu 31 Dec');
    expect(formatEnd('2027-02-16T00:00:00Z', context)).toBe('Mon 15 Feb 2027');
  });

  it('takes midnight in the zone, not in UTC', () => {
    // British Summer Time: midnight is 23:00 UTC.
    expect(formatEndDay('2026-06-30T23:00:00Z', context)).toBe('30 Jun');
    expect(formatEndDay('2026-07-01T00:00:00Z', context)).toBe('1 Jul, 01:00');
  });

  it('takes the first instant of a day whose midnight is skipped', () => {
    // Beirut goes from 00:00 to 01:00 on Sunday 29 March 2026, at 22:00 UTC of the day before.
    expect(
      formatEnd('2026-03-28T22:00:00Z', {
        ...context,
        timeZone: 'Asia/Beirut',
      }),
    ).toBe('Sat 28 Mar');
  });

  it('says the time of an end within a day', () => {
    expect(formatEnd('2026-11-30T14:30:00Z', context)).toBe(
      'Mon 30 Nov, 14:30',
    );
  });
});
