import { isCompletePromql } from './isCompletePromql';

describe('isCompletePromql', () => {
  it.each([
    ['sum(rate(x{a="b"}[5m])) # by hand', true],
    ['(\nup\n)', true],
    ['', false],
    ['# nothing', false],
    ['sum(up', false],
    ['up) or label_replace(up, "golden_path_key", "other:good", "", ""', false],
    // Reaches out of its sum, but not out of its place in a greater query.
    ['sum(\nup) or (up\n)', true],
    ['sum(\nup\n) or up', true],
    ['sum(\nup), "a", "b", "", "") or label_replace((up\n)', false],
    ['a b', false],
  ])('judges %j as %j', (text, complete) => {
    expect(isCompletePromql(text)).toBe(complete);
  });
});
