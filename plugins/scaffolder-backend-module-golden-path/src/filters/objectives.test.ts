import { toFraction } from './toFraction';
import { toPercent } from './toPercent';

describe('objectives', () => {
  it.each([
    [0.995, 0.995, '99.5'],
    [99.5, 0.995, '99.5'],
    ['99.5', 0.995, '99.5'],
    ['0.995', 0.995, '99.5'],
    [99.95, 0.9995, '99.95'],
    [0.9995, 0.9995, '99.95'],
    [99.999, 0.99999, '99.999'],
    [0.29, 0.29, '29'],
    [1, 1, '100'],
    [100, 1, '100'],
  ])('reads %j', (objective, fraction, percent) => {
    expect(toFraction(objective)).toBe(fraction);
    expect(toPercent(objective)).toBe(percent);
  });

  it('reads no number from a text without one', () => {
    expect(toFraction('much')).toBeNaN();
  });
});
