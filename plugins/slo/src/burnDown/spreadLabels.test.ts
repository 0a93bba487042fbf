import { spreadLabels } from './spreadLabels';

describe('spreadLabels', () => {
  it.each([
    // positions, placed
    [
      [10, 50, 90],
      [10, 50, 90],
    ],
    [
      [50, 45],
      [61, 45],
    ],
    [
      [50, 50, 50],
      [50, 66, 82],
    ],
    // At the bottom they make room upwards.
    [
      [95, 99],
      [84, 100],
    ],
    [[], []],
  ])('places %p at %p', (positions, expected) => {
    expect(spreadLabels({ positions, gap: 16, bottom: 100 })).toEqual(expected);
  });
});
