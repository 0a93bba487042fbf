import { TestDatabases } from '@backstage/backend-test-utils';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import knexFactory from 'knex';
import { change, incident, rollout, tag } from './__testUtils__/events';
import { FactsUnderTest } from './__testUtils__/FactsUnderTest';
import { EventRecorder } from './EventRecorder';

jest.setTimeout(120_000);

const minute = (index: number) =>
  new Date(Date.UTC(2026, 2, 2, 8, index * 37)).toISOString().slice(5, 16);

const events: DoraEvent[] = Array.from({ length: 60 }, (_, index) => [
  change(index, minute(index)),
  tag(index),
  rollout(`v${index}`, minute(index + 2), { environment: 'integration' }),
  // Every seventh goes back to the one before.
  rollout(`v${index % 7 === 6 ? index - 2 : index}`, minute(index + 3)),
  ...(index % 9 === 8
    ? [incident(`i${index}`, minute(index + 3), minute(index + 5))]
    : []),
]).flat();

describe('two replicas', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'take each event once and come to the facts of one, on %s',
    async id => {
      const one = await FactsUnderTest.create(await databases.init(id));
      await one.record(events);

      const knex = await databases.init(id);
      const both = await FactsUnderTest.create(knex);
      const second = knexFactory({
        client: 'pg',
        connection: knex.client.connectionSettings,
      });
      const recorders = [
        both.recorder,
        new EventRecorder({ knex: second, settings: both.settings }),
      ];
      let accepted = 0;
      await Promise.all(
        recorders.flatMap((recorder, replica) =>
          // Each replica gets everything, in batches of its own that come at once.
          [0, 1, 2, 3].map(async part => {
            const own = events.filter((__, index) =>
              replica === 0
                ? index % 4 === part
                : Math.floor(index / 60) % 4 === part,
            );
            for (let from = 0; from < own.length; from += 15) {
              const result = await recorder.record({
                source: 'test',
                sourceType: 'test',
                events: own.slice(from, from + 15),
              });
              accepted += result.accepted;
            }
          }),
        ),
      );
      await second.destroy();

      expect(accepted).toBe(events.length);
      expect(await both.facts()).toEqual(await one.facts());
    },
  );
});
