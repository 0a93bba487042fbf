import { TestDatabases } from '@backstage/backend-test-utils';
import { incident, rollout } from './__testUtils__/events';
import { FactsUnderTest } from './__testUtils__/FactsUnderTest';

jest.setTimeout(60_000);

describe('an incident that is no longer one', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it.each([
    ['of the newest rollout', '03-20T10:00', {}],
    ['of an old rollout that it names', '03-02T10:00', { version: 'v1' }],
  ])('blames nothing: %s', async (_, finishedAt, names) => {
    const facts = await FactsUnderTest.create(
      await databases.init('SQLITE_3'),
      { services: [{}, { entity_ref: 'component:default/x', name: 'x' }] },
    );
    await facts.record([
      rollout('v1', finishedAt),
      rollout('v2', '03-20T09:00', { environment: 'staging' }),
      incident('1', '03-20T11:00', undefined, names),
      incident('2', '03-20T12:00', undefined, names),
      incident('3', '03-20T13:00', undefined, names),
    ]);
    const links = async () => (await facts.knex('dora_failure_links')).length;
    const failed = async () =>
      (await facts.rollouts()).map(row => Boolean(row.failed));
    expect(await links()).toBe(3);

    await facts.record([
      incident('1', '03-20T11:00', undefined, {
        revision: 1,
        retracted: true,
      }),
    ]);
    expect(await links()).toBe(2);
    await facts.record([
      incident('2', '03-20T12:00', undefined, {
        ...names,
        revision: 1,
        services: [{ by: 'ref', value: 'component:default/x' }],
      }),
    ]);
    expect(await links()).toBe(1);
    expect(await failed()).toContain(true);
    await facts.record([
      incident('3', '03-20T13:00', undefined, {
        ...names,
        revision: 1,
        environment: 'staging',
      }),
    ]);
    expect(await links()).toBe(0);
    expect(await failed()).not.toContain(true);
  });
});
