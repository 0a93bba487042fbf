import { formatBurn, formatBurnByLimit, formatFactor } from './formatBurn';
import { formatCount } from './formatCount';

describe('formatBurn', () => {
  it.each([
    [0, '0×'],
    [0.001, '<0.01×'],
    [0.04, '0.04×'],
    [0.0949, '0.09×'],
    [0.0996, '0.1×'],
    [0.2, '0.2×'],
    [1, '1.0×'],
    [9.94, '9.9×'],
    [9.96, '10×'],
    [16.1, '16×'],
    [1234.5, '1,235×'],
    [null, '–'],
    [undefined, '–'],
  ])('writes %p as %p', (value, expected) => {
    expect(formatBurn(value)).toBe(expected);
  });
});

describe('formatBurnByLimit', () => {
  it.each([
    [14.2, '14.2×'],
    [16.1, '16.1×'],
    [9.96, '10.0×'],
    [0.2, '0.2×'],
    [null, '–'],
  ])('writes %p as %p', (value, expected) => {
    expect(formatBurnByLimit(value)).toBe(expected);
  });
});

describe('formatFactor', () => {
  it.each([
    [14.4, '14.4×'],
    [6, '6×'],
    [1.333333, '1.33×'],
  ])('writes %p as %p', (value, expected) => {
    expect(formatFactor(value)).toBe(expected);
  });
});

describe('formatCount', () => {
  it.each([
    [71_650.7, '71,650'],
    [37_513_133, '37,513,133'],
    [-5788.2, '−5,788'],
    [-0.4, '0'],
    [0, '0'],
    [null, '–'],
  ])('writes %p as %p', (value, expected) => {
    expect(formatCount(value)).toBe(expected);
  });
});
