import fc from 'fast-check';
import { selectRank } from './selectRank';

describe('selectRank', () => {
  it('finds what sorting would put there', () => {
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: 1, maxLength: 200, noNaN: true }),
        fc.nat(),
        (values, any) => {
          const rank = any % values.length;
          const expected = [...values].sort((a, b) => a - b)[rank];
          // 0 and -0 are equal, and sorting orders them by chance
          expect(selectRank(values, rank) + 0).toBe(expected + 0);
        },
      ),
    );
  });

  it('leaves greater values behind the rank', () => {
    const values = Float64Array.of(5, 1, 4, 2, 3);
    expect(selectRank(values, 2)).toBe(3);
    expect([...values.subarray(3)].sort()).toEqual([4, 5]);
  });

  it('does not mind many equal values', () => {
    expect(selectRank(new Float64Array(100_000).fill(7), 50_000)).toBe(7);
  });
});
