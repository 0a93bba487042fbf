import { fractionOf, parsePercent, percentOf, percentText } from './percent';

describe('parsePercent', () => {
  it.each([
    ['99.5', 99_500_000_000n],
    ['99,5', 99_500_000_000n],
    [' 99.5 % ', 99_500_000_000n],
    ['99.', 99_000_000_000n],
    ['100', 100_000_000_000n],
    ['0', 0n],
    ['99.999999999', 99_999_999_999n],
  ])('reads %s', (text, percent) => {
    expect(parsePercent(text)).toBe(percent);
  });

  it.each([
    '',
    '.5',
    '-1',
    '1e2',
    '9 9',
    '99.5.1',
    '99.9999999999',
    'ninety',
    '9999',
    '${{ 1 }}',
  ])('does not read %s', text => {
    expect(parsePercent(text)).toBeUndefined();
  });
});

describe('fractions', () => {
  // 70.1 / 100 is 0.7009999999999998 in binary, 99.9 / 100 is 0.9990000000000001.
  it.each([
    ['70.1', 0.701],
    ['99.9', 0.999],
    ['99.95', 0.9995],
    ['99.99', 0.9999],
    ['0.07', 0.0007],
    ['0.000000001', 0.00000000001],
  ])('%s % is %s, there and back', (text, fraction) => {
    expect(fractionOf(parsePercent(text)!)).toBe(fraction);
    expect(percentText(percentOf(fraction))).toBe(text);
  });

  it('takes what is greater than 1 for a percentage', () => {
    expect(percentText(percentOf(99.5))).toBe('99.5');
    expect(percentText(percentOf(1))).toBe('100');
  });

  it('survives numbers from links', () => {
    expect(percentText(percentOf(1e300))).toBe('1000');
    expect(percentOf(-5)).toBeLessThan(0n);
  });
});
