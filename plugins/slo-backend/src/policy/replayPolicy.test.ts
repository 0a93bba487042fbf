import type { Sums } from '../tiles/Tile';
import { replayPolicy } from './replayPolicy';

const review = {
  threshold: 0.5,
  action: 'Review',
  effect: 'review' as const,
};
/** Failures of 1,000 requests at an objective of 99 %: ten are the whole budget. */
const failures = (bad: number): Sums => ({
  covered: 60,
  good: 1_000 - bad,
  total: 1_000,
  anomalies: 0,
});

describe('replayPolicy', () => {
  const options = {
    policy: [review],
    latched: [],
    objective: 0.99,
    windowSeconds: 3_600,
  };

  it('finds when actions began and ceased', () => {
    const bad: Record<number, number> = {
      1: 2,
      2: 6,
      3: 5,
      4: 4.6,
      5: 4,
      6: 8,
    };
    const { latched, steps } = replayPolicy({
      ...options,
      instants: [1, 2, 3, 4, 5, 6],
      sumsUntil: at => failures(bad[at]),
    });
    expect(
      steps.map(({ at, entered, consumed }) => [
        at,
        entered,
        Number(consumed.toFixed(6)),
      ]),
    ).toEqual([
      [2, true, 0.6],
      [5, false, 0.4],
      [6, true, 0.8],
    ]);
    expect(latched).toEqual([{ threshold: 0.5, since: 6 }]);
  });

  it('does not judge a budget below one event', () => {
    const { steps } = replayPolicy({
      ...options,
      instants: [1],
      sumsUntil: () => ({ covered: 60, good: 98, total: 99, anomalies: 0 }),
    });
    expect(steps).toEqual([]);
  });

  it('ends what an earlier policy asked for with the first judgement', () => {
    const freeze = {
      threshold: 0.7,
      action: 'Freeze',
      effect: 'freeze' as const,
    };
    const { latched, steps } = replayPolicy({
      ...options,
      latched: [{ threshold: 0.7, since: 1 }],
      former: [freeze],
      instants: [2, 3],
      sumsUntil: () => failures(8),
    });
    expect(steps).toEqual([
      { ...freeze, at: 2, entered: false, consumed: expect.closeTo(0.8, 9) },
      { ...review, at: 2, entered: true, consumed: expect.closeTo(0.8, 9) },
    ]);
    expect(latched).toEqual([{ threshold: 0.5, since: 2 }]);
  });

  it('keeps its state while nothing is measured', () => {
    const latched = [{ threshold: 0.5, since: 1 }];
    expect(
      replayPolicy({
        ...options,
        latched,
        instants: [2],
        sumsUntil: () => ({ covered: 0, good: 0, total: 0, anomalies: 0 }),
      }),
    ).toEqual({ latched, steps: [] });
  });
});
