import { allowedFraction } from './allowedFraction';
import { computeBudget } from './computeBudget';

describe('allowedFraction', () => {
  it.each([
    [0.8, 0.2],
    [0.9, 0.1],
    [0.95, 0.05],
    [0.995, 0.005],
    [0.9995, 0.0005],
    [0.9999, 0.0001],
    [0.99999, 0.00001],
    [0.001, 0.999],
  ])('of %d is %d, to the last digit', (objective, allowed) => {
    expect(allowedFraction(objective)).toBe(allowed);
  });

  it('is never nothing', () => {
    expect(allowedFraction(1 - Number.EPSILON / 2)).toBeGreaterThan(0);
  });

  // Half of the failures that are allowed: 1 in 10, 1 in 20, 1 in 2,000 and 1 in 20,000.
  it.each([
    { objective: 0.8, bad: 100, total: 1_000 },
    { objective: 0.9, bad: 50, total: 1_000 },
    { objective: 0.999, bad: 500, total: 1_000_000 },
    { objective: 0.9999, bad: 50, total: 1_000_000 },
  ])(
    'makes half a budget of $objective one half',
    ({ objective, bad, total }) => {
      const { consumed } = computeBudget({
        sums: { good: total - bad, total },
        objective,
        windowSeconds: 86_400,
      });
      expect(consumed).toBe(0.5);
    },
  );
});
