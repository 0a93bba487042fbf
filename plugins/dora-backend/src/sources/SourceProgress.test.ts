import {
  advanceProgress,
  estimateSeconds,
  type SourceProgress,
} from './SourceProgress';

function follow(reports: [at: number, done: number][], total = 1_000) {
  return reports.reduce<SourceProgress | undefined>(
    (before, [now, done]) =>
      advanceProgress({ before, report: { done, total }, now }),
    undefined,
  )!;
}

describe('estimateSeconds', () => {
  it('follows from the recent speed', () => {
    // 10 a second: 700 are left after the last report, and half a second has passed since.
    const progress = follow([
      [0, 0],
      [10_000, 100],
      [20_000, 200],
      [30_000, 300],
    ]);
    expect(estimateSeconds(progress, 30_500)).toBe(70);
  });

  it('forgets a slow beginning', () => {
    const slow: [number, number][] = [[0, 0]];
    for (let i = 1; i <= 20; i++) {
      slow.push([100_000 + i * 10_000, i * 40]);
    }
    // 4 a second in the last twelve points, 200 left.
    expect(estimateSeconds(follow(slow), 300_000)).toBe(50);
  });

  it('keeps few points, however often it is told', () => {
    const often = Array.from({ length: 600 }, (_, index): [number, number] => [
      index * 1_000,
      index,
    ]);
    const { points } = follow(often);
    expect(points.length).toBeLessThanOrEqual(12);
    expect(points.at(-1)!.at - points[0].at).toBeGreaterThan(40_000);
  });

  it('is unknown at first, without progress, and after a silence', () => {
    expect(estimateSeconds(follow([[0, 10]]), 1_000)).toBeNull();
    expect(
      estimateSeconds(
        follow([
          [0, 10],
          [10_000, 10],
        ]),
        11_000,
      ),
    ).toBeNull();
    expect(
      estimateSeconds(
        follow([
          [0, 10],
          [10_000, 20],
        ]),
        200_000,
      ),
    ).toBeNull();
  });

  it('begins anew with another pass', () => {
    const { points } = follow([
      [0, 0],
      [10_000, 900],
      [20_000, 5],
    ]);
    expect(points).toEqual([{ at: 20_000, done: 5 }]);
  });
});
