import { TestDatabases } from '@backstage/backend-test-utils';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import {
  change,
  incident,
  instant,
  rollout,
  sha,
  tag,
} from './__testUtils__/events';
import { FactsUnderTest, PAYMENTS } from './__testUtils__/FactsUnderTest';

jest.setTimeout(60_000);

/** One change a day from 1 March at 10:00 on, begun the evening before, with its tag `v<position>`. */
const changes: DoraEvent[] = Array.from({ length: 10 }, (_, position) => [
  change(position, `03-${String(position + 1).padStart(2, '0')}T10:00`, {
    number: position + 100,
    commits: [
      {
        authoredAt: instant(
          `${position === 0 ? '02-28' : `03-0${position}`}T22:00`,
        ),
        committedAt: instant(`03-0${position || 1}T09:00`),
      },
    ],
  }),
  tag(position),
]).flat();

/** The change at a position, said to be something else than usual. */
function otherwise(
  position: number,
  rest: Parameters<typeof change>[2],
): DoraEvent[] {
  return changes.map(event =>
    event.type === 'change' && event.position === position
      ? { ...event, ...rest }
      : event,
  );
}

describe('rules of facts', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function factsOf(
    events: DoraEvent[],
    options: Parameters<typeof FactsUnderTest.create>[1] = {},
  ) {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex, options);
    await facts.record(events);
    const rollouts = await facts.rollouts();
    return {
      facts,
      rollouts,
      /** `version kind, changes` of each, with what else is worth telling. */
      told: rollouts.map(row =>
        [
          `${row.version} ${row.kind}, ${row.changes}`,
          row.failed ? 'failed' : '',
          row.rework ? `rework: ${row.rework_reason}` : '',
          row.counted ? '' : 'not counted',
        ]
          .filter(Boolean)
          .join(', '),
      ),
    };
  }

  it.each<[string, DoraEvent[], string[]]>([
    [
      'ships what lies between two versions, and with the first only its own commit',
      [...changes, rollout('v2', '03-03T12:00'), rollout('v5', '03-06T12:00')],
      ['v2 normal, 1', 'v5 normal, 3'],
    ],
    [
      'takes a version that ran before the replaced one for a rollback, which ships nothing and blames what it undoes',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('v4', '03-05T12:00'),
        rollout('v2', '03-05T13:00'),
        rollout('v6', '03-07T12:00'),
      ],
      [
        'v2 normal, 1',
        'v4 normal, 2, failed',
        'v2 rollback, 0, rework: rollback',
        'v6 normal, 2',
      ],
    ],
    [
      'does not take a return to the newer version for a rollback',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('v4', '03-05T12:00'),
        rollout('v2', '03-05T13:00'),
        rollout('v4', '03-05T14:00'),
      ],
      [
        'v2 normal, 1',
        'v4 normal, 2, failed',
        'v2 rollback, 0, rework: rollback',
        'v4 normal, 0',
      ],
    ],
    [
      'follows the history where rollouts are of one instant',
      [
        ...changes,
        rollout('v2', '03-06T12:00', { id: 'b', sequence: 7 }),
        rollout('v4', '03-06T12:00', { id: 'c', sequence: 8 }),
        rollout('v3', '03-06T12:00', { id: 'a', sequence: 9 }),
        rollout('v4', '03-06T12:00', { id: 'd', sequence: 10 }),
      ],
      ['v2 normal, 1', 'v4 normal, 2', 'v3 normal, 0', 'v4 normal, 0'],
    ],
    [
      'does not go by the numbers in tags: a lower one can be newer code',
      [
        ...changes,
        // Tag v1 was moved to the newest commit.
        {
          ...tag(1),
          id: 'tag v1 again',
          revision: 1,
          sha: sha(8),
        } as DoraEvent,
        rollout('v5', '03-06T12:00'),
        rollout('v1', '03-09T12:00'),
      ],
      ['v5 normal, 1', 'v1 normal, 3'],
    ],
    [
      'does not take a descendant of the replaced commit for a rollback, even where it ran first',
      [
        ...changes,
        rollout('v5', '03-06T12:00'),
        rollout('v3', '03-07T12:00'),
        rollout('v5', '03-07T13:00'),
      ],
      ['v5 normal, 1', 'v3 normal, 0', 'v5 normal, 0'],
    ],
    [
      'takes the same tag, and another tag of the running commit, for redeploys',
      [
        ...changes,
        { ...tag(2), id: 'tag two', version: 'two' } as DoraEvent,
        rollout('v2', '03-03T12:00'),
        rollout('v2', '03-03T13:00'),
        rollout('two', '03-03T14:00'),
        rollout('v3', '03-04T12:00'),
      ],
      [
        'v2 normal, 1',
        'v2 redeploy, 0, not counted',
        'two redeploy, 0, not counted',
        'v3 normal, 1',
      ],
    ],
    [
      'compares with the last resolved version where one cannot be resolved',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('nightly', '03-04T12:00'),
        rollout('v5', '03-06T12:00'),
      ],
      ['v2 normal, 1', 'nightly normal, 0', 'v5 normal, 3'],
    ],
    [
      'ships nothing with a build of an unmerged branch; its changes ship with the first version that contains their merge',
      [
        ...changes,
        {
          type: 'commit',
          id: 'branch',
          repository: 'https://github.com/acme/payments',
          sha: sha(0xb0),
          contains: 3,
          containedBy: 5,
        },
        rollout('v2', '03-03T12:00'),
        rollout('branch-build', '03-04T12:00', { sha: sha(0xb0) }),
        rollout('v5', '03-06T12:00'),
      ],
      ['v2 normal, 1', 'branch-build normal, 0', 'v5 normal, 3'],
    ],
    [
      'lists configuration, and lets imports and removals date nothing',
      [
        ...changes,
        rollout('v2', '03-03T12:00', { kind: 'import' }),
        rollout('v2', '03-03T13:00', { kind: 'config' }),
        rollout('v4', '03-05T12:00'),
        rollout('v4', '03-06T12:00', { kind: 'removal' }),
        rollout('v5', '03-07T12:00'),
      ],
      [
        'v2 import, 0, not counted',
        'v2 config, 0, not counted',
        'v4 normal, 2',
        'v4 removal, 0, not counted',
        'v5 normal, 1',
      ],
    ],
    [
      'does not count a pipeline that never reached production',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00', { outcome: 'failure' }),
        rollout('v4', '03-05T12:00'),
      ],
      ['v2 normal, 1', 'v3 normal, 0, not counted', 'v4 normal, 2'],
    ],
    [
      'lists a version that reaches a second cluster, but counts a rollback there',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('v2', '03-03T12:30', { environment: 'prod' }),
        rollout('v4', '03-05T12:00'),
        rollout('v4', '03-05T12:30', { environment: 'prod' }),
        rollout('v2', '03-05T13:00', { environment: 'prod' }),
      ],
      [
        'v2 normal, 1',
        'v2 promotion, 0, not counted',
        'v4 normal, 2',
        'v4 promotion, 0, not counted',
        'v2 rollback, 0, rework: rollback',
      ],
    ],
    [
      'ships with the first version of a further cluster what no other cluster had',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('v5', '03-06T12:00', { environment: 'prod' }),
        rollout('v5', '03-06T13:00'),
      ],
      ['v2 normal, 1', 'v5 normal, 3', 'v5 promotion, 0, not counted'],
    ],
    [
      'counts a version that comes back after a rollback, though it runs in a further cluster',
      [
        ...changes,
        rollout('v2', '03-03T12:00'),
        rollout('v4', '03-05T12:00'),
        rollout('v4', '03-05T12:30', { environment: 'prod' }),
        rollout('v2', '03-05T13:00'),
        rollout('v4', '03-05T15:00'),
      ],
      [
        'v2 normal, 1',
        'v4 normal, 2, failed',
        'v4 promotion, 0, not counted',
        'v2 rollback, 0, rework: rollback',
        'v4 normal, 0',
      ],
    ],
    [
      'lets a hotfix blame what was repeated before it',
      [
        ...otherwise(5, { branch: 'hotfix/now' }),
        rollout('v4', '03-05T12:00'),
        rollout('v4', '03-05T13:00'),
        rollout('v5', '03-06T11:00'),
      ],
      [
        'v4 normal, 1, failed',
        'v4 redeploy, 0, not counted',
        'v5 hotfix, 1, rework: hotfix',
      ],
    ],
    [
      'takes a rollout of hotfixes only for a hotfix, which blames its predecessor of the last day',
      [
        ...otherwise(5, { branch: 'hotfix/now' }),
        rollout('v4', '03-05T12:00'),
        rollout('v5', '03-06T11:00'),
      ],
      ['v4 normal, 1, failed', 'v5 hotfix, 1, rework: hotfix'],
    ],
    [
      'lets a hotfix blame no predecessor that is older than a day',
      [
        ...otherwise(5, { labels: ['hotfix'] }),
        rollout('v4', '03-05T09:00'),
        rollout('v5', '03-06T11:00'),
      ],
      ['v4 normal, 1', 'v5 hotfix, 1, rework: hotfix'],
    ],
    [
      'takes a shipped change beside a hotfix for an ordinary rollout',
      [
        ...otherwise(5, { branch: 'hotfix/now' }),
        rollout('v3', '03-05T12:00'),
        rollout('v5', '03-06T11:00'),
      ],
      ['v3 normal, 1', 'v5 normal, 2'],
    ],
    [
      'lets a revert blame what had shipped the change at most a week before',
      [
        ...otherwise(6, { reverts: [sha(4)] }),
        rollout('v3', '03-04T12:00'),
        rollout('v4', '03-05T12:00'),
        rollout('v6', '03-07T12:00'),
      ],
      ['v3 normal, 1', 'v4 normal, 1, failed', 'v6 normal, 2, rework: revert'],
    ],
    [
      'finds what is reverted by the number of the pull request',
      [
        ...otherwise(6, { revertsNumbers: [104] }),
        rollout('v4', '03-05T12:00'),
        rollout('v6', '03-07T12:00'),
      ],
      ['v4 normal, 1, failed', 'v6 normal, 2, rework: revert'],
    ],
    [
      'does not mind a revert of what was shipped longer than a week ago',
      [
        ...otherwise(6, { reverts: [sha(4)] }),
        rollout('v4', '03-05T12:00'),
        rollout('v6', '03-12T12:01'),
      ],
      ['v4 normal, 1', 'v6 normal, 2'],
    ],
    [
      'lets a rollback blame the earliest of what it undoes within a day',
      [
        ...changes,
        rollout('v1', '03-02T12:00'),
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        rollout('v4', '03-05T10:30'),
        rollout('v5', '03-05T11:00'),
        rollout('v1', '03-05T11:59'),
      ],
      [
        'v1 normal, 1',
        'v2 normal, 1',
        'v3 normal, 1, failed',
        'v4 normal, 1',
        'v5 normal, 1',
        'v1 rollback, 0, rework: rollback',
      ],
    ],
    [
      'lets it blame the last of them where all are older than a day',
      [
        ...changes,
        rollout('v1', '03-02T12:00'),
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        rollout('v1', '03-06T12:00'),
      ],
      [
        'v1 normal, 1',
        'v2 normal, 1',
        'v3 normal, 1, failed',
        'v1 rollback, 0, rework: rollback',
      ],
    ],
    [
      'lets a rollback of a rollback blame no rollback',
      [
        ...changes,
        rollout('v1', '03-02T12:00'),
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        rollout('v2', '03-04T13:00'),
        rollout('v1', '03-04T14:00'),
      ],
      [
        'v1 normal, 1',
        'v2 normal, 1',
        'v3 normal, 1, failed',
        'v2 rollback, 0, rework: rollback',
        'v1 rollback, 0, rework: rollback',
      ],
    ],
  ])('%s', async (_, events, expected) => {
    expect((await factsOf(events)).told).toEqual(expected);
  });

  it.each<[string, DoraEvent[], [string, string | null][]]>([
    [
      'blames the newest rollout of the last day for an incident, and its end is the recovery',
      [
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        incident('a', '03-05T11:00', '03-05T15:00'),
      ],
      [
        ['v2', null],
        ['v3', '03-05T15:00'],
      ],
    ],
    [
      'leaves an incident that nothing was rolled out before',
      [
        rollout('v3', '03-04T12:00'),
        incident('a', '03-05T12:01', '03-05T15:00'),
      ],
      [['v3', null]],
    ],
    [
      'leaves a failure open while its incident is',
      [rollout('v3', '03-04T12:00'), incident('a', '03-04T13:00')],
      [['v3', 'open']],
    ],
    [
      'ends a failure with the rollout that finishes while the incident is open',
      [
        rollout('v3', '03-04T12:00'),
        incident('a', '03-04T13:00', '03-04T18:00'),
        rollout('v4', '03-05T12:00'),
        rollout('v5', '03-04T14:00'),
      ],
      [
        ['v3', '03-04T14:00'],
        ['v5', null],
        ['v4', null],
      ],
    ],
    [
      'believes an incident that names the version, even where another one is newer',
      [
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        incident('a', '03-04T13:00', '03-04T14:00', { version: 'v2' }),
      ],
      [
        ['v2', '03-04T14:00'],
        ['v3', null],
      ],
    ],
    [
      'believes an incident that names the deployment',
      [
        rollout('v2', '03-03T12:00', { id: 'deploy 7' }),
        rollout('v3', '03-04T12:00'),
        incident('a', '03-04T13:00', '03-04T14:00', { deployment: 'deploy 7' }),
      ],
      [
        ['v2', '03-04T14:00'],
        ['v3', null],
      ],
    ],
    [
      'takes several incidents of one rollout for one failure, which ends with the last of them',
      [
        rollout('v3', '03-04T12:00'),
        incident('a', '03-04T13:00', '03-04T14:00'),
        incident('b', '03-04T13:30', '03-04T16:00'),
      ],
      [['v3', '03-04T16:00']],
    ],
    [
      'ends it with the rollback where that comes first',
      [
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        incident('a', '03-04T13:00', '03-04T18:00'),
        rollout('v2', '03-04T13:30'),
      ],
      [
        ['v2', null],
        ['v3', '03-04T13:30'],
        ['v2', null],
      ],
    ],
    [
      'blames nothing for an incident of another environment',
      [
        rollout('v3', '03-04T12:00'),
        incident('a', '03-04T13:00', undefined, { environment: 'staging' }),
      ],
      [['v3', null]],
    ],
    [
      'lets an incident after a rollback blame nothing by its time alone',
      [
        rollout('v2', '03-03T12:00'),
        rollout('v3', '03-04T12:00'),
        rollout('v2', '03-04T12:30'),
        incident('a', '03-04T13:00', '03-04T14:00'),
      ],
      [
        ['v2', null],
        ['v3', '03-04T12:30'],
        ['v2', null],
      ],
    ],
  ])('%s', async (_, events, expected) => {
    const { rollouts } = await factsOf(events);
    expect(
      rollouts.map(row => {
        const recovered = row.recovered_at
          ? new Date(row.recovered_at).toISOString().slice(5, 16)
          : 'open';
        return [row.version, row.failed ? recovered : null];
      }),
    ).toEqual(expected);
  });

  it('counts the rollout that ends an incident as rework', async () => {
    const { told } = await factsOf([
      rollout('v3', '03-04T12:00'),
      incident('a', '03-04T13:00', '03-04T18:00'),
      rollout('v5', '03-04T14:00'),
      rollout('v6', '03-04T15:00'),
    ]);
    expect(told).toEqual([
      'v3 normal, 0, failed',
      'v5 normal, 0, rework: incident',
      'v6 normal, 0',
    ]);
  });

  it.each<[string, DoraEvent[]]>([
    [
      'an incident that names what another one ended long ago',
      [
        rollout('v1', '03-02T12:00'),
        incident('a', '03-02T13:00', '03-02T14:00'),
        rollout('v2', '03-15T12:00'),
        incident('b', '03-25T13:00', '03-25T14:00', { version: 'v1' }),
      ],
    ],
    [
      'a rollback to what ran again since a failure of long ago',
      [
        rollout('v1', '03-02T12:00'),
        rollout('v2', '03-03T12:00'),
        rollout('v1', '03-05T12:00'),
        rollout('v5', '03-18T12:00', { kind: 'import' }),
        rollout('v1', '03-28T12:00'),
      ],
    ],
  ])(
    'judges the same at once and one after the other: %s',
    async (_, events) => {
      const { facts: atOnce } = await factsOf(events);
      const { facts } = await factsOf([]);
      for (const event of events) {
        await facts.record([event]);
      }
      expect(await facts.facts()).toEqual(await atOnce.facts());
    },
  );

  it('recovers with the last of the incidents that name it, however late', async () => {
    const { facts, rollouts } = await factsOf([
      rollout('v1', '03-02T12:00'),
      incident('a', '03-02T13:00', '03-02T14:00'),
    ]);
    expect(rollouts[0].recovered_at).toBe(Date.parse(instant('03-02T14:00')));
    await facts.record([
      incident('b', '03-25T13:00', '03-25T15:00', { version: 'v1' }),
    ]);
    const [row] = await facts.rollouts();
    expect(row.recovered_at).toBe(Date.parse(instant('03-25T15:00')));
  });

  it('rolls a day up again when a rollout before production turns out to be a branch build', async () => {
    const { facts } = await factsOf([
      rollout('x', '03-02T12:00', { environment: 'staging', sha: sha(0xb0) }),
    ]);
    await facts.knex('dora_days').delete();
    await facts.record([
      {
        type: 'commit',
        id: 'branch',
        repository: 'https://github.com/acme/payments',
        sha: sha(0xb0),
        contains: -1,
        containedBy: null,
      },
    ]);
    expect(await facts.knex('dora_days').pluck('day')).toEqual(['2026-03-02']);
  });

  it('makes one rollout of what two sources report within 15 minutes, at the first time', async () => {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex);
    await facts.record([rollout('v2', '03-03T12:15')], 'cdevents');
    await facts.record(
      [rollout('v2', '03-03T12:00'), rollout('v3', '03-04T12:00')],
      'gitops',
    );
    await facts.record([rollout('v3', '03-04T12:16')], 'cdevents');
    const rollouts = await facts.rollouts();
    expect(
      rollouts.map(row => [
        row.version,
        row.kind,
        row.sources,
        row.finished_at,
      ]),
    ).toEqual([
      [
        'v2',
        'normal',
        '["gitops","cdevents"]',
        Date.parse(instant('03-03T12:00')),
      ],
      ['v3', 'normal', '["gitops"]', Date.parse(instant('03-04T12:00'))],
      ['v3', 'redeploy', '["cdevents"]', Date.parse(instant('03-04T12:16'))],
    ]);
  });

  it('believes a pipeline that failed rather than the commit that asked for it', async () => {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex);
    await facts.record(
      [rollout('v2', '03-03T12:00', { assumed: true })],
      'gitops',
    );
    await facts.record(
      [rollout('v2', '03-03T12:05', { outcome: 'failure' })],
      'cdevents',
    );
    const [row] = await facts.rollouts();
    expect([row.outcome, Boolean(row.counted)]).toEqual(['failure', false]);
  });

  it('takes back what its source retracts, and gives it back', async () => {
    const { facts } = await factsOf([
      ...changes,
      rollout('v2', '03-03T12:00'),
      rollout('v4', '03-05T12:00'),
    ]);
    const gone = {
      ...rollout('v2', '03-03T12:00'),
      revision: 1,
      retracted: true,
    };
    await facts.record([gone]);
    expect(
      (await facts.rollouts()).map(row => [row.version, row.changes]),
    ).toEqual([['v4', 1]]);
    await facts.record([{ ...gone, revision: 2, retracted: false }]);
    expect(
      (await facts.rollouts()).map(row => [row.version, row.changes]),
    ).toEqual([
      ['v2', 1],
      ['v4', 2],
    ]);
  });

  it('measures a change from its first commit through each environment', async () => {
    const { facts } = await factsOf([
      ...otherwise(3, {
        openedAt: instant('03-04T01:00'),
        firstReviewAt: instant('03-04T06:00'),
      }),
      rollout('v1', '03-02T11:00', { environment: 'integration' }),
      rollout('v1', '03-02T11:30', { environment: 'staging' }),
      rollout('v1', '03-02T12:00'),
      rollout('v3', '03-04T11:00', { environment: 'integration' }),
      rollout('v3', '03-04T13:00', { environment: 'staging' }),
      rollout('v3', '03-04T16:00'),
    ]);
    const rows = await facts
      .knex('dora_shipped')
      .join('dora_changes', 'dora_changes.id', 'dora_shipped.change_id')
      .where('dora_changes.sha', sha(3));
    // Begun on 3 March at 22:00, merged on 4 March at 10:00.
    expect(rows).toEqual([
      expect.objectContaining({
        lead_seconds: 18 * 3_600,
        coding: 3 * 3_600,
        pickup: 5 * 3_600,
        review: 4 * 3_600,
        integration: 1 * 3_600,
        promotion: 2 * 3_600,
        rollout: 3 * 3_600,
      }),
    ]);
  });

  it('lets coding run to the merge where the opening is unknown', async () => {
    const { facts } = await factsOf([...changes, rollout('v3', '03-04T16:00')]);
    expect(await facts.knex('dora_shipped')).toEqual([
      expect.objectContaining({
        lead_seconds: 18 * 3_600,
        coding: 12 * 3_600,
        pickup: null,
        review: null,
        integration: 6 * 3_600,
        promotion: null,
        rollout: null,
      }),
    ]);
  });

  it('dates a commit of long ago by its committer time, and says so', async () => {
    const { facts } = await factsOf([
      change(0, '03-04T10:00', {
        openedAt: instant('03-04T09:00'),
        commits: [
          // 92 days before the opening
          {
            authoredAt: '2025-12-02T09:00:00Z',
            committedAt: instant('03-03T09:00'),
          },
          // 89 days before the opening
          {
            authoredAt: '2025-12-05T09:00:00Z',
            committedAt: instant('03-03T10:00'),
          },
        ],
      }),
      change(1, '03-05T10:00', {
        commits: [
          {
            authoredAt: '2025-12-02T09:00:00Z',
            committedAt: instant('03-03T09:00'),
          },
        ],
      }),
    ]);
    const rows = await facts.knex('dora_changes').orderBy('position');
    expect(rows.map(row => [row.first_commit_at, row.flags])).toEqual([
      [Date.parse('2025-12-05T09:00:00Z'), '["old-commit"]'],
      [Date.parse(instant('03-03T09:00')), '["old-commit","opening-unknown"]'],
    ]);
  });

  it('ships a change of a shared repository with each of its services', async () => {
    const refs = ['a', 'b', 'c'].map(name => `component:default/${name}`);
    const { facts } = await factsOf(
      [
        ...changes,
        ...refs.flatMap((value, index) => [
          rollout('v1', `03-03T1${index}:00`, {
            id: `${value} 1`,
            service: { by: 'ref', value },
          }),
          rollout('v3', `03-05T1${index}:00`, {
            id: `${value} 3`,
            service: { by: 'ref', value },
          }),
        ]),
      ],
      { services: refs.map(entity_ref => ({ entity_ref })) },
    );
    const shipped = await facts
      .knex('dora_shipped')
      .groupBy('entity_ref')
      .select('entity_ref')
      .count('* as n');
    expect(shipped).toEqual(refs.map(entity_ref => ({ entity_ref, n: 3 })));
  });

  it('counts for whoever owned the service then', async () => {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex);
    await knex('dora_ownership')
      .where('entity_ref', PAYMENTS)
      .update({ to_ms: Date.parse(instant('03-04T00:00')) });
    await knex('dora_ownership').insert({
      entity_ref: PAYMENTS,
      from_ms: Date.parse(instant('03-04T00:00')),
      owner_ref: 'group:default/checkout',
    });
    await facts.record([
      rollout('v2', '03-03T23:59'),
      rollout('v3', '03-04T00:00'),
      incident('a', '03-03T10:00'),
    ]);
    expect((await facts.rollouts()).map(row => row.owner_ref)).toEqual([
      'group:default/money',
      'group:default/checkout',
    ]);
    expect(await knex('dora_incident_services').pluck('owner_ref')).toEqual([
      'group:default/money',
    ]);
  });

  it('marks what is derived of a demo service, whatever its events say', async () => {
    const { facts, rollouts } = await factsOf([
      ...changes,
      rollout('v2', '03-03T12:00'),
    ]);
    expect(Boolean(rollouts[0].demo)).toBe(false);
    await facts.knex('dora_services').update({ demo: true });
    await facts.recorder.rederive({ entityRefs: [PAYMENTS] });
    expect(Boolean((await facts.rollouts())[0].demo)).toBe(true);
    const shipped = await facts.knex('dora_shipped').pluck('demo');
    expect(shipped.map(Boolean)).toEqual([true]);
  });

  it('counts events of an unknown service from when the catalog knows it', async () => {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex);
    const service = { by: 'cdevents' as const, value: 'billing' };
    await facts.record([
      rollout('v2', '03-03T12:00', { service }),
      incident('a', '03-03T13:00', undefined, { services: [service] }),
    ]);
    expect(await facts.rollouts()).toEqual([]);
    expect(await facts.recorder.remap()).toEqual({ mapped: 0 });
    await knex('dora_services').update({ cdevents_id: 'billing' });
    expect(await facts.recorder.remap()).toEqual({ mapped: 2 });
    expect(
      (await facts.rollouts()).map(row => [
        row.entity_ref,
        Boolean(row.failed),
      ]),
    ).toEqual([[PAYMENTS, true]]);
  });

  it('ships changes of a repository that was known by its slug only', async () => {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex, {
      services: [{ repository: null }],
    });
    await facts.record([
      ...[1, 2, 3].map(position => ({
        ...change(position, `03-0${position}T10:00`),
        repository: 'acme/payments',
      })),
      rollout('one', '03-01T12:00', { sha: sha(1) }),
      rollout('three', '03-03T12:00', { sha: sha(3) }),
    ]);
    expect((await facts.rollouts()).map(row => row.changes)).toEqual([0, 0]);
    await knex('dora_services').update({
      repository: 'github.com/acme/payments',
    });
    await facts.recorder.remap();
    await facts.recorder.rederive({ entityRefs: [PAYMENTS] });
    expect((await facts.rollouts()).map(row => row.changes)).toEqual([1, 2]);
  });

  it('puts a change together from what was told before and after its merge', async () => {
    const pull = {
      type: 'change' as const,
      id: 'pull 7',
      repository: 'https://github.com/acme/payments.git',
      number: 7,
    };
    const { facts } = await factsOf([
      { ...pull, revision: 3, sha: sha(7), mergedAt: instant('03-04T10:00') },
      { ...pull, revision: 1, openedAt: instant('03-03T10:00') },
      { ...pull, revision: 2, firstReviewAt: instant('03-03T16:00') },
      rollout('v7', '03-04T12:00', { sha: sha(7) }),
    ]);
    expect(await facts.knex('dora_shipped')).toEqual([
      expect.objectContaining({
        lead_seconds: 26 * 3_600,
        coding: 0,
        pickup: 6 * 3_600,
        review: 18 * 3_600,
        integration: 2 * 3_600,
      }),
    ]);
  });

  it.each<[string, DoraEvent, RegExp]>([
    [
      'a day that does not exist',
      rollout('v1', '02-30T10:00'),
      /^events\[1\]\.finishedAt/,
    ],
    [
      'an instant before there were any deployments',
      { ...rollout('v1', '03-01T10:00'), finishedAt: '1969-12-31T23:59:59Z' },
      /^events\[1\]\.finishedAt: expected an instant of the years 1970 to 9998/,
    ],
    [
      'an instant whose day has no name',
      { ...incident('a', '03-01T10:00'), openedAt: '9999-12-31T23:59:59Z' },
      /^events\[1\]\.openedAt: expected an instant of the years 1970 to 9998/,
    ],
    [
      'half a character',
      rollout('v1', '03-01T10:00', { id: 'deploy \ud800' }),
      /^events\[1\]\.id: expected valid Unicode/,
    ],
    [
      'a short SHA',
      rollout('v1', '03-01T10:00', { sha: 'abc' }),
      /^events\[1\]\.sha: expected a full commit SHA/,
    ],
    [
      'no service',
      { ...rollout('v1', '03-01T10:00'), service: undefined } as any,
      /^events\[1\]\.service/,
    ],
    [
      'a link that is no web page',
      rollout('v1', '03-01T10:00', { url: 'ftp://example.com/x' }),
      /^events\[1\]\.url/,
    ],
  ])('refuses %s by name and stores nothing', async (_, event, message) => {
    const knex = await databases.init('SQLITE_3');
    const facts = await FactsUnderTest.create(knex);
    await expect(
      facts.record([rollout('v0', '03-01T09:00'), event]),
    ).rejects.toThrow(message);
    expect(await knex('dora_events')).toEqual([]);
  });
});
