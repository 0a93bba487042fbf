import { burnAlertRules } from './burnAlertRules';

const DAY = 86_400;
const factors = (objective: number, days: number) =>
  burnAlertRules({ objective, windowSeconds: days * DAY }).map(rule =>
    Number(rule.factor.toFixed(6)),
  );

describe('burnAlertRules', () => {
  it('gives the well-known pairs for 30 days', () => {
    expect(
      burnAlertRules({ objective: 0.999, windowSeconds: 30 * DAY }),
    ).toEqual([
      {
        severity: 'page',
        longSeconds: 3_600,
        shortSeconds: 300,
        factor: expect.closeTo(14.4, 9),
      },
      {
        severity: 'page',
        longSeconds: 21_600,
        shortSeconds: 1_800,
        factor: expect.closeTo(6, 9),
      },
      {
        severity: 'ticket',
        longSeconds: 86_400,
        shortSeconds: 7_200,
        factor: expect.closeTo(3, 9),
      },
      {
        severity: 'ticket',
        longSeconds: 259_200,
        shortSeconds: 21_600,
        factor: expect.closeTo(1, 9),
      },
    ]);
  });

  it.each([
    // 7 d: 0.02 × 168 h = 3.36; 0.05 × 28 = 1.4; 0.1 × 7 = 0.7 → 1; 0.1 × 7/3 → 1
    { objective: 0.999, days: 7, expected: [3.36, 1.4, 1, 1] },
    // 1 d: 0.02 × 24 = 0.48 → 1; the pair of three days is longer than the window
    { objective: 0.999, days: 1, expected: [1, 1, 1] },
    // largest burn 20: nothing to lower
    { objective: 0.95, days: 30, expected: [14.4, 6, 3, 1] },
    // largest burn 10: 14.4 → 9.5
    { objective: 0.9, days: 30, expected: [9.5, 6, 3, 1] },
    // largest burn 2: 14.4, 6 and 3 → 1.9
    { objective: 0.5, days: 30, expected: [1.9, 1.9, 1.9, 1] },
  ])('$objective over $days d', ({ objective, days, expected }) => {
    expect(factors(objective, days)).toEqual(expected);
  });
});
