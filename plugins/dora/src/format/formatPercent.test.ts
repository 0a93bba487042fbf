import { formatPercent } from './formatPercent';

describe('formatPercent', () => {
  it.each([
    [6 / 139, 1, '4.3\u202f%'],
    [0, 1, '0.0\u202f%'],
    [1, 0, '100\u202f%'],
    [0.0000001, 1, '0.1\u202f%'],
    [0.004, 0, '1\u202f%'],
    [0.996, 0, '99\u202f%'],
    [0.533, 0, '53\u202f%'],
    [null, 1, '–'],
    [undefined, 1, '–'],
  ])('writes %p with %p digits as %p', (fraction, digits, expected) => {
    expect(formatPercent(fraction, digits)).toBe(expected);
  });
});
