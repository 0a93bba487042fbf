import { leadTimeHistogram } from './leadTimeHistogram';

describe('leadTimeHistogram', () => {
  it('has ten steps, of which the last is open', () => {
    const steps = leadTimeHistogram([]);
    expect(steps.map(({ fromSeconds }) => fromSeconds)).toEqual([
      0, 3_600, 14_400, 28_800, 86_400, 172_800, 345_600, 604_800, 1_209_600,
      2_419_200,
    ]);
    expect(steps.map(({ n }) => n)).toEqual(Array(10).fill(0));
    expect(steps[8].toSeconds).toBe(2_419_200);
    expect(steps[9]).toEqual({ fromSeconds: 2_419_200, n: 0 });
  });

  it.each([
    [0, 0],
    [3_599.999, 0],
    [3_600, 1],
    [86_399, 3],
    [86_400, 4],
    [2_419_199, 8],
    [2_419_200, 9],
    [99_999_999, 9],
  ])('puts %d s into step %d', (seconds, step) => {
    const counts = leadTimeHistogram([seconds]).map(({ n }) => n);
    expect(counts.indexOf(1)).toBe(step);
  });
});
