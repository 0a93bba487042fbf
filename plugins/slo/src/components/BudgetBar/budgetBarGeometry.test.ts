import { budgetBarGeometry } from './budgetBarGeometry';

describe('budgetBarGeometry', () => {
  it.each([
    // remaining, x, width
    [1, 20, 80],
    [0.5, 20, 40],
    [0.382, 20, 30.56],
    [0, 20, 0],
    [-0.1, 12, 8],
    [-0.25, 0, 20],
    [-0.274, 0, 20],
    [-14, 0, 20],
    [1.5, 20, 80],
  ])('draws %p left from %p, %p wide', (remaining, x, width) => {
    const { fill } = budgetBarGeometry({ remaining, thresholds: [] });
    expect(fill.x).toBeCloseTo(x, 6);
    expect(fill.width).toBeCloseTo(width, 6);
  });

  it.each([
    [[0.5, 1], [60]],
    [
      [0.25, 0.5, 0.75],
      [80, 60, 40],
    ],
    // Beyond both ends there is nothing to mark.
    [[0, 1.3], []],
    [[1.1], [12]],
  ])('marks the thresholds %p at %p', (thresholds, ticks) => {
    const drawn = budgetBarGeometry({ remaining: 1, thresholds }).ticks;
    expect(drawn.map(x => Math.round(x * 1e6) / 1e6)).toEqual(ticks);
  });
});
