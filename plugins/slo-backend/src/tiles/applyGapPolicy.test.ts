import { applyGapPolicy } from './applyGapPolicy';

/** Eight of ten slices of a minute were measured; one of them was bad. */
const sums = { covered: 480, good: 7, total: 8, anomalies: 0 };
const stretch = { from: 0, to: 600, firstStart: -60 };

describe('applyGapPolicy', () => {
  it.each([
    { policy: 'gap' as const, good: 7, total: 8 },
    { policy: 'good' as const, good: 9, total: 10 },
    { policy: 'bad' as const, good: 7, total: 10 },
  ])('$policy', ({ policy, good, total }) => {
    expect(applyGapPolicy(sums, stretch, policy)).toEqual({
      ...sums,
      good,
      total,
    });
  });

  it('adds nothing before the first tile, nor where nothing was measured', () => {
    expect(
      applyGapPolicy(sums, { ...stretch, firstStart: 120 }, 'bad'),
    ).toEqual(sums);
    const nothing = { covered: 0, good: 0, total: 0, anomalies: 0 };
    expect(applyGapPolicy(nothing, stretch, 'bad')).toEqual(nothing);
  });
});
