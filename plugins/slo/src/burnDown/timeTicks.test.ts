import { timeTicks } from './timeTicks';

const days = (count: number) =>
  timeTicks(
    new Date('2026-10-24T14:55:00Z'),
    new Date(Date.parse('2026-10-24T14:55:00Z') + count * 86_400_000),
  ).map(at => at.toISOString().slice(5, 16));

describe('timeTicks', () => {
  it('steps by whole days where it can', () => {
    expect(days(30)).toEqual([
      '10-24T14:55',
      '10-29T14:55',
      '11-03T14:55',
      '11-08T14:55',
      '11-13T14:55',
      '11-18T14:55',
      '11-23T14:55',
    ]);
    expect(days(7)).toHaveLength(8);
    expect(days(28)).toHaveLength(8);
  });

  it('steps by hours within a day', () => {
    expect(days(1)).toEqual([
      '10-24T14:55',
      '10-24T18:55',
      '10-24T22:55',
      '10-25T02:55',
      '10-25T06:55',
      '10-25T10:55',
      '10-25T14:55',
    ]);
  });
});
