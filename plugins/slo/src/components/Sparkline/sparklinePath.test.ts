import { sparklinePath } from './sparklinePath';

describe('sparklinePath', () => {
  it.each([
    [[1, 0.5, 0], 'M0 2L80 22L160 42'],
    [[1, null, 0.5, 0.5], 'M0 2M106.7 22L160 22'],
    [[null, 1], 'M160 2'],
    // Far below zero it stays at the foot.
    [[0, -5], 'M0 42L160 46'],
    [[], ''],
    [[1], 'M0 2'],
  ])('draws %p as %p', (remaining, expected) => {
    expect(sparklinePath(remaining)).toBe(expected);
  });
});
