import type { PolicyThreshold } from '../definition/PolicyThreshold';
import { isJudgeable, judgePolicy, LatchedThreshold } from './judgePolicy';

const review: PolicyThreshold = {
  threshold: 0.5,
  action: 'Review',
  effect: 'review',
};
const freeze: PolicyThreshold = {
  threshold: 1,
  action: 'Freeze',
  effect: 'freeze',
};
const policy = [freeze, review];

/** Judges consumed fractions one after the other, at instants 1, 2, 3, … */
function walk(consumed: number[]): LatchedThreshold[][] {
  let latched: LatchedThreshold[] = [];
  return consumed.map((value, index) => {
    ({ latched } = judgePolicy({
      policy,
      latched,
      consumed: value,
      at: index + 1,
    }));
    return latched;
  });
}

describe('judgePolicy', () => {
  it('reaches a threshold only above it', () => {
    expect(walk([0.5])).toEqual([[]]);
    expect(walk([0.500001])).toEqual([[{ threshold: 0.5, since: 1 }]]);
  });

  it('holds until five points below', () => {
    const held = [{ threshold: 0.5, since: 1 }];
    expect(walk([0.6, 0.5, 0.46, 0.449])).toEqual([held, held, held, []]);
  });

  it('keeps each threshold its own beginning', () => {
    expect(walk([0.6, 1.2, 0.97, 0.94]).map(l => l.at(-1))).toEqual([
      { threshold: 0.5, since: 1 },
      { threshold: 1, since: 2 },
      { threshold: 1, since: 2 },
      { threshold: 0.5, since: 1 },
    ]);
  });

  it('names what began and what ceased', () => {
    const both = judgePolicy({ policy, latched: [], consumed: 1.1, at: 9 });
    expect(both.entered).toEqual([review, freeze]);
    expect(
      judgePolicy({ policy, latched: both.latched, consumed: 0.2, at: 10 }),
    ).toEqual({ latched: [], entered: [], left: [review, freeze] });
  });

  it('forgets thresholds that the policy no longer has', () => {
    expect(
      judgePolicy({
        policy: [freeze],
        latched: [{ threshold: 0.5, since: 1 }],
        consumed: 0.9,
        at: 2,
      }).latched,
    ).toEqual([]);
  });
});

describe('isJudgeable', () => {
  it('wants a budget of one whole event', () => {
    expect(isJudgeable(199, 0.995)).toBe(false);
    expect(isJudgeable(201, 0.995)).toBe(true);
  });
});
