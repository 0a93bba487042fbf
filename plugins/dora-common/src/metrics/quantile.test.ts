import { quantile } from './quantile';

describe('quantile', () => {
  it('gives nothing of nothing', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it.each([
    ['one value', [7], 0.9, 7],
    ['the middle one of three', [1, 5, 100], 0.5, 5],
    ['the mean of the middle two', [1, 2, 5, 100], 0.5, 3.5],
    // rank 9 × 0.9 = 8.1: a tenth of the way from 90 to 100
    ['p90 of ten', [10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 91],
    // rank 10 × 0.9 = 9, exactly the tenth value
    ['p90 of eleven', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    // rank 1.8: 0.8 of the way from 10 to 20
    ['p90 of three', [0, 10, 20], 0.9, 18],
    ['the least', [3, 4], 0, 3],
    ['the greatest', [3, 4], 1, 4],
  ])('gives %s', (_, sorted, q, expected) => {
    expect(quantile(sorted, q)).toBeCloseTo(expected, 12);
  });
});
