import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  DoraEvent,
  IncidentEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { incident, rollout } from './__testUtils__/events';
import { FactsUnderTest, PAYMENTS } from './__testUtils__/FactsUnderTest';

jest.setTimeout(60_000);

const SHOP = 'component:default/shop';
const shop = { by: 'ref' as const, value: SHOP };
const both = [{ by: 'ref' as const, value: PAYMENTS }, shop];

const ROLLOUTS = [
  rollout('v1', '03-02T10:00', { id: 'deploy 1' }),
  rollout('v2', '03-04T10:00', { id: 'deploy 2' }),
  rollout('s1', '03-04T11:00', { service: shop }),
];
const shared = (names: Partial<IncidentEvent> = {}) =>
  incident('fire', '03-04T12:00', '03-04T13:00', { services: both, ...names });

describe('an incident of two services', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function factsOf(batches: DoraEvent[][]) {
    const facts = await FactsUnderTest.create(
      await databases.init('SQLITE_3'),
      { services: [{}, { entity_ref: SHOP, name: 'shop' }] },
    );
    for (const batch of batches) {
      await facts.record(batch);
    }
    return facts;
  }
  async function blamed(batches: DoraEvent[][]) {
    const facts = await factsOf(batches);
    const links = await facts
      .knex('dora_failure_links as l')
      .join('dora_deployments as d', 'd.id', 'l.deployment_id')
      .orderBy('d.version')
      .select('d.version', 'l.method');
    return links.map(link => `${link.version} ${link.method}`);
  }

  it.each<[string, Partial<IncidentEvent>, string[]]>([
    ['nothing', {}, ['s1 same-service', 'v2 same-service']],
    ['a rollout of one of them', { deployment: 'deploy 1' }, ['v1 explicit']],
    ['a version of one of them', { version: 'v1' }, ['v1 explicit']],
    [
      'what there is not',
      { deployment: 'deploy 9', version: 'v9' },
      ['s1 same-service', 'v2 same-service'],
    ],
  ])('that names %s', async (_, names, links) => {
    expect(await blamed([ROLLOUTS, [shared(names)]])).toEqual(links);
    expect(await blamed([[shared(names)], ROLLOUTS])).toEqual(links);
    expect(
      await blamed([ROLLOUTS.slice(2), [shared(names)], ROLLOUTS.slice(0, 2)]),
    ).toEqual(links);
  });

  it('blames the versions of both that it names', async () => {
    const same = rollout('v1', '03-03T10:00', { id: 'shop 1', service: shop });
    expect(
      await blamed([[same], ROLLOUTS, [shared({ version: 'v1' })]]),
    ).toEqual(['v1 explicit', 'v1 explicit']);
  });

  it.each<[string, DoraEvent]>([
    ['staging', rollout('v7', '03-04T09:00', { environment: 'staging' })],
    ['a failed rollout', rollout('v7', '03-04T09:00', { outcome: 'failure' })],
    ['later', rollout('v7', '03-04T12:30')],
  ])('is not explained by a version of %s', async (_, event) => {
    expect(
      await blamed([ROLLOUTS, [shared({ version: 'v7' })], [event]]),
    ).toEqual(['s1 same-service', 'v2 same-service']);
  });

  it('blames by time again when what it names is taken back', async () => {
    const events = [...ROLLOUTS, shared({ version: 'v1' })];
    expect(await blamed([events])).toEqual(['v1 explicit']);
    expect(
      await blamed([
        events,
        [{ ...ROLLOUTS[0], revision: 1, retracted: true }],
      ]),
    ).toEqual(['s1 same-service', 'v2 same-service']);
    expect(
      await blamed([events, [{ ...ROLLOUTS[0], revision: 1, version: 'v0' }]]),
    ).toEqual(['s1 same-service', 'v2 same-service']);
  });

  it('is explained when the catalog learns whose rollout it names', async () => {
    const unknown = { by: 'name' as const, value: 'ledger' };
    const facts = await factsOf([
      [
        ROLLOUTS[2],
        rollout('l1', '03-04T09:00', { service: unknown }),
        incident('fire', '03-04T12:00', undefined, {
          services: [{ by: 'ref', value: 'component:default/ledger' }, shop],
          version: 'l1',
        }),
      ],
    ]);
    await facts.knex('dora_services').insert({
      entity_ref: 'component:default/ledger',
      name: 'ledger',
      namespace: 'default',
    });
    await facts.recorder.remap();
    expect(await facts.knex('dora_failure_links').pluck('method')).toEqual([
      'explicit',
    ]);
  });
});
