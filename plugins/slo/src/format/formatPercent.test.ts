import { formatPercent, formatWrittenPercent } from './formatPercent';

describe('formatPercent', () => {
  it.each([
    [0.618, 1, '61.8\u202f%'],
    [0.61849, 1, '61.8\u202f%'],
    [-0.274, 1, '−27.4\u202f%'],
    [-14.274, 1, '−1,427.4\u202f%'],
    [0, 1, '0.0\u202f%'],
    [1, 1, '100.0\u202f%'],
    [0.0000001, 1, '0.1\u202f%'],
    [-0.0000001, 1, '−0.1\u202f%'],
    [0.9999, 1, '99.9\u202f%'],
    [1.0001, 1, '100.1\u202f%'],
    [0.9969, 2, '99.69\u202f%'],
    [0.999999, 2, '99.99\u202f%'],
    [0.8249, 0, '82\u202f%'],
    [0.9996, 0, '99\u202f%'],
    [1, 0, '100\u202f%'],
    [null, 1, '–'],
    [undefined, 1, '–'],
  ])('writes %p with %p digits as %p', (fraction, digits, expected) => {
    expect(formatPercent(fraction, digits)).toBe(expected);
  });
});

describe('formatWrittenPercent', () => {
  it.each([
    [0.995, '99.5\u202f%'],
    [0.95, '95\u202f%'],
    [0.9995, '99.95\u202f%'],
    [0.99999, '99.999\u202f%'],
    [0.07, '7\u202f%'],
    [1, '100\u202f%'],
    [1.5, '150\u202f%'],
  ])('writes %p as %p', (fraction, expected) => {
    expect(formatWrittenPercent(fraction)).toBe(expected);
  });
});
