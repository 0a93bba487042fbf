import { expiredRollouts, type OldRollout } from './expiredRollouts';

const SINCE = 1_000;

function rollout(
  version: string,
  finishedAt: number,
  rest: Partial<OldRollout> = {},
): OldRollout {
  return {
    id: `${version}@${finishedAt}`,
    environment: 'production',
    version,
    finishedAt,
    outcome: 'success',
    kind: 'normal',
    position: null,
    recoveredAt: null,
    ...rest,
  };
}

const expired = (old: OldRollout[], newerVersions: string[] = []) =>
  expiredRollouts({ old, newerVersions: new Set(newerVersions), since: SINCE });

describe('expiredRollouts', () => {
  it('keeps what runs in each environment', () => {
    expect(
      expired([
        rollout('v1', 1),
        rollout('v2', 2),
        rollout('v1', 3, { environment: 'staging' }),
        rollout('v2', 4, { environment: 'staging' }),
      ]),
    ).toEqual(['v1@1', 'v1@3']);
  });

  it('does not take a failed rollout or a configuration for what runs', () => {
    expect(
      expired([
        rollout('v1', 1),
        rollout('v2', 2),
        rollout('v3', 3, { outcome: 'failure' }),
        rollout('v2', 4, { kind: 'config' }),
      ]),
    ).toEqual(['v1@1', 'v3@3', 'v2@4']);
  });

  it('keeps the furthest position beside a rollback that runs, and when its version first ran', () => {
    expect(
      expired([
        rollout('v1', 1, { position: 1 }),
        rollout('v2', 2, { position: 2 }),
        rollout('v3', 3, { position: 3 }),
        rollout('v2', 4, { position: 2, kind: 'rollback' }),
      ]),
    ).toEqual(['v1@1']);
  });

  it('keeps the first run of a version that was rolled out since, wherever it ran', () => {
    expect(
      expired(
        [
          rollout('v1', 1),
          rollout('v1', 2, { environment: 'prod-eu' }),
          rollout('v1', 3),
          rollout('v2', 4),
          rollout('v3', 5),
          rollout('v3', 6, { environment: 'prod-eu' }),
        ],
        ['v1'],
      ),
    ).toEqual(['v1@3', 'v2@4']);
  });

  it('keeps what failed and recovered since', () => {
    expect(
      expired([
        rollout('v1', 1, { recoveredAt: 2 }),
        rollout('v2', 999, { recoveredAt: SINCE }),
        rollout('v3', 999.5),
      ]),
    ).toEqual(['v1@1']);
  });
});
