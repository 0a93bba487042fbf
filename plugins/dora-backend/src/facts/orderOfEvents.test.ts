import { TestDatabases } from '@backstage/backend-test-utils';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import fc from 'fast-check';
import { change, incident, rollout, sha, tag } from './__testUtils__/events';
import { FactsUnderTest, PAYMENTS } from './__testUtils__/FactsUnderTest';

jest.setTimeout(240_000);

/** Minutes since 2 March, as an instant of the builders. */
function at(minutes: number): string {
  return new Date(Date.UTC(2026, 2, 2) + minutes * 60_000)
    .toISOString()
    .slice(5, 16);
}

const SHOP = 'component:default/shop';
const named = (value: string) => ({ by: 'ref' as const, value });

const environments = ['integration', 'production', 'prod'];

/** A history of two services: rollouts to three environments, changes with tags, incidents, in no order. */
const history = fc
  .record({
    rollouts: fc.array(
      fc.record({
        version: fc.integer({ min: 0, max: 7 }),
        minutes: fc.integer({ min: 0, max: 30_000 }),
        environment: fc.constantFrom(...environments),
        service: fc.constantFrom(PAYMENTS, PAYMENTS, SHOP),
        source: fc.constantFrom('gitops', 'cdevents'),
        outcome: fc.constantFrom('success', 'success', 'success', 'failure'),
        kind: fc.constantFrom(undefined, undefined, undefined, 'config'),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    merged: fc.array(fc.integer({ min: 0, max: 25_000 }), {
      minLength: 8,
      maxLength: 8,
    }),
    reverts: fc.option(fc.integer({ min: 0, max: 6 })),
    hotfix: fc.option(fc.integer({ min: 0, max: 7 })),
    incidents: fc.array(
      fc.record({
        opened: fc.integer({ min: 0, max: 30_000 }),
        lasts: fc.option(fc.integer({ min: 1, max: 3_000 })),
        version: fc.option(fc.integer({ min: 0, max: 7 })),
        deployment: fc.option(fc.integer({ min: 0, max: 13 }), { freq: 2 }),
        services: fc.constantFrom([PAYMENTS], [PAYMENTS, SHOP]),
      }),
      { maxLength: 3 },
    ),
  })
  .map(drawn => {
    const merged = [...drawn.merged].sort((a, b) => a - b);
    const events: { source: string; event: DoraEvent }[] = [
      ...drawn.rollouts.map((one, index) => ({
        source: one.source,
        event: rollout(`v${one.version}`, at(one.minutes), {
          id: `rollout ${index}`,
          service: named(one.service),
          environment: one.environment,
          outcome: one.outcome as 'success',
          ...(one.kind && { kind: one.kind as 'config' }),
        }),
      })),
      ...merged.flatMap((minutes, position) => [
        {
          source: 'git',
          event: change(position, at(minutes), {
            ...(drawn.reverts !== null &&
              position === drawn.reverts + 1 && {
                reverts: [sha(drawn.reverts)],
              }),
            ...(drawn.hotfix === position && { branch: 'hotfix/now' }),
          }),
        },
        { source: 'git', event: tag(position) },
      ]),
      ...drawn.incidents.flatMap((one, index) => [
        {
          source: 'alerts',
          event: incident(`i${index}`, at(one.opened), undefined, {
            services: one.services.map(named),
            ...(one.version !== null && { version: `v${one.version}` }),
            ...(one.deployment !== null && {
              deployment: `rollout ${one.deployment}`,
            }),
          }),
        },
        ...(one.lasts === null
          ? []
          : [
              {
                source: 'alerts',
                event: incident(
                  `i${index}`,
                  at(one.opened),
                  at(one.opened + one.lasts),
                  { services: one.services.map(named), revision: 1 },
                ),
              },
            ]),
      ]),
    ];
    return events;
  });

describe('facts', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'are the same for any order, repetition and batching of events, on %s',
    async id => {
      const knex = await databases.init(id);
      const facts = await FactsUnderTest.create(knex, {
        services: [{}, { entity_ref: SHOP, name: 'shop' }],
      });
      const clear = async () => {
        for (const table of [
          'dora_events',
          'dora_deployments',
          'dora_lanes',
          'dora_changes',
          'dora_repositories',
          'dora_versions',
          'dora_shipped',
          'dora_incident_services',
          'dora_incidents',
          'dora_failure_links',
        ]) {
          await knex(table).delete();
        }
      };
      const play = async (
        events: { source: string; event: DoraEvent }[],
        batch: number,
      ) => {
        await clear();
        for (let from = 0; from < events.length; from += batch) {
          const part = events.slice(from, from + batch);
          for (const source of new Set(part.map(one => one.source))) {
            await facts.record(
              part.filter(one => one.source === source).map(one => one.event),
              source,
            );
          }
        }
        return facts.facts();
      };

      await fc.assert(
        fc.asyncProperty(
          history.chain(events =>
            fc.record({
              events: fc.constant(events),
              shuffled: fc.shuffledSubarray(events, {
                minLength: events.length,
              }),
              repeated: fc.subarray(events),
              batch: fc.integer({ min: 1, max: 9 }),
            }),
          ),
          async ({ events, shuffled, repeated, batch }) => {
            const whole = await play(events, events.length);
            const other = await play([...shuffled, ...repeated], batch);
            expect(other).toEqual(whole);
          },
        ),
        { numRuns: id === 'SQLITE_3' ? 150 : 15 },
      );
    },
  );
});
