import { computeBudget } from './computeBudget';

const MONTH = 30 * 86_400;

describe('computeBudget', () => {
  // Expectations by hand. 99.5 % over 30 d allows 216 minutes or 0.5 % of the events.
  it.each([
    {
      name: 'half used',
      sums: { good: 9_975, total: 10_000 },
      objective: 0.995,
      expected: {
        sli: 0.9975,
        consumed: 0.5,
        remaining: 0.5,
        remainingSeconds: 108 * 60,
        remainingEvents: 25,
      },
    },
    {
      name: 'untouched',
      sums: { good: 400, total: 400 },
      objective: 0.99,
      expected: {
        sli: 1,
        consumed: 0,
        remaining: 1,
        remainingSeconds: 432 * 60,
        remainingEvents: 4,
      },
    },
    {
      name: 'overspent stays signed',
      sums: { good: 985, total: 1_000 },
      objective: 0.99,
      expected: {
        sli: 0.985,
        consumed: 1.5,
        remaining: -0.5,
        remainingSeconds: -216 * 60,
        remainingEvents: -5,
      },
    },
    {
      name: 'total failure',
      sums: { good: 0, total: 20 },
      objective: 0.9,
      expected: {
        sli: 0,
        consumed: 10,
        remaining: -9,
        remainingSeconds: -9 * 72 * 3_600,
        remainingEvents: -18,
      },
    },
  ])('$name', ({ sums, objective, expected }) => {
    const budget = computeBudget({ sums, objective, windowSeconds: MONTH });
    for (const [field, value] of Object.entries(expected)) {
      expect(budget[field as keyof typeof budget]).toBeCloseTo(value, 6);
    }
  });

  it('knows nothing without traffic', () => {
    expect(
      computeBudget({
        sums: { good: 0, total: 0 },
        objective: 0.995,
        windowSeconds: MONTH,
      }),
    ).toEqual({
      sli: null,
      consumed: null,
      remaining: null,
      remainingSeconds: null,
      remainingEvents: null,
    });
  });
});
