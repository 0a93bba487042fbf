import { bucketMatcher } from './bucketMatcher';

describe('bucketMatcher', () => {
  it.each([
    [0.5, 'le="0.5"'],
    [2.5, 'le="2.5"'],
    [0.0001, 'le="0.0001"'],
    [1, String.raw`le=~"1|1\\.0"`],
    [10, String.raw`le=~"10|10\\.0"`],
    [0.00005, String.raw`le=~"0\\.00005|5e-05"`],
    [1.5e-7, String.raw`le=~"1\\.5e-7|1\\.5e-07"`],
    [2_500_000, String.raw`le=~"2500000|2\\.5e\\+06|2500000\\.0"`],
  ])('matches every spelling of %s', (bound, matcher) => {
    expect(bucketMatcher(bound)).toBe(matcher);
  });
});
