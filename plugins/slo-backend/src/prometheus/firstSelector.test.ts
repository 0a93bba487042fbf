import { firstSelector } from './firstSelector';

describe('firstSelector', () => {
  it.each([
    ['sum(rate(a{b="c"}[5m] offset 1h)) / d', 'a{b="c"}'],
    ['1 - {__name__="x"} @ 5', '{__name__="x"}'],
    ['up', 'up'],
    ['vector(1)', undefined],
  ])('finds in %s', (expression, expected) => {
    expect(firstSelector(expression)).toBe(expected);
  });
});
