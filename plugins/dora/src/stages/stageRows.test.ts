import type {
  Stage,
  StageName,
} from '@golden-path/backstage-plugin-dora-common';
import { stageRows } from './stageRows';

const stages = (numbers: Partial<Record<StageName, number>>): Stage[] =>
  (
    [
      'coding',
      'pickup',
      'review',
      'integration',
      'promotion',
      'rollout',
    ] as const
  ).map(name => ({
    name,
    n: numbers[name] ?? 0,
    share: null,
    previousShare: null,
    medianSeconds: null,
    meanSeconds: null,
  }));

describe('stageRows', () => {
  it('says in one line that openings are unknown', () => {
    const rows = stageRows(
      stages({ coding: 9, integration: 9, promotion: 9, rollout: 9 }),
    );
    expect(rows.known.map(({ name }) => name)).toEqual([
      'coding',
      'integration',
      'promotion',
      'rollout',
    ]);
    expect(rows.isOpeningUnknown).toBe(true);
    expect(rows.unknown).toEqual([]);
  });

  it('keeps pickup and review where some openings are known', () => {
    const rows = stageRows(
      stages({ coding: 9, pickup: 2, review: 4, integration: 9 }),
    );
    expect(rows.isOpeningUnknown).toBe(false);
    expect(rows.known).toHaveLength(4);
    expect(rows.unknown).toEqual(['promotion', 'rollout']);
  });

  it('does not take a missing review alone for an unknown opening', () => {
    const rows = stageRows(stages({ coding: 9, pickup: 2, integration: 9 }));
    expect(rows.isOpeningUnknown).toBe(false);
    expect(rows.unknown).toEqual(['review', 'promotion', 'rollout']);
  });
});
