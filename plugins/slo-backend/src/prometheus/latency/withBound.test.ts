import { withBound } from './withBound';

describe('withBound', () => {
  it.each([
    [
      'sum(rate(x_bucket{job="a", le="0.4"}[5m]))',
      ['0.5'],
      'sum(rate(x_bucket{job="a", le="0.5"}[5m]))',
    ],
    [
      'sum(rate(x_bucket{le=~"1|1\\\\.0",job="a"}[5m]))',
      ['1.0'],
      'sum(rate(x_bucket{le="1.0",job="a"}[5m]))',
    ],
    ['x{le="1"}', ['1', '1.0', '1e+00'], 'x{le=~"1|1\\\\.0|1e\\\\+00"}'],
    ['x{le="1"} + y{le="2"}', ['3'], 'x{le="3"} + y{le="3"}'],
    [
      'x{msg="le=\\"0.4\\"", file="le", le=\'0.4\'} # le="0.4"',
      ['0.5'],
      'x{msg="le=\\"0.4\\"", file="le", le="0.5"} # le="0.4"',
    ],
    ['histogram_fraction(0, 0.4, x)', ['0.5'], 'histogram_fraction(0, 0.4, x)'],
  ])('rewrites %s', (expression, bounds, expected) => {
    expect(withBound(expression, bounds)).toBe(expected);
  });
});
