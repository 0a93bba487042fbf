import { TestDatabases } from '@backstage/backend-test-utils';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { change, rollout, sha, tag } from '../facts/__testUtils__/events';
import { FactsUnderTest } from '../facts/__testUtils__/FactsUnderTest';
import { DeploymentStore } from './DeploymentStore';
import { FailureReader } from './FailureReader';

jest.setTimeout(60_000);

/** What a change says of itself. */
type Said = Parameters<typeof change>[2];

describe('FailureReader', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    /** Why v2 failed, which shipped changes 1 and 2; the next deployment ships those that are given, 3 and so on. */
    async function causeOf(...next: Said[]) {
      const last = next.length + 2;
      const knex = await databases.init(databaseId);
      const facts = await FactsUnderTest.create(knex);
      const events: DoraEvent[] = [
        ...[0, 2, last].map(tag),
        change(0, '03-01T10:00'),
        change(1, '03-02T09:00'),
        change(2, '03-02T10:00', { number: 102 }),
        ...next.map((said, index) =>
          change(3 + index, `03-03T0${index}:00`, {
            title: `Change ${3 + index}`,
            ...said,
          }),
        ),
        rollout('v0', '03-01T12:00'),
        rollout('v2', '03-02T12:00'),
        rollout(`v${last}`, '03-03T11:00'),
      ];
      await facts.record(events);
      const deployments = new DeploymentStore(knex);
      const failures = new FailureReader({
        knex,
        deployments,
        timeZone: 'UTC',
      });
      const { id } = await knex('dora_deployments')
        .where('version', 'v2')
        .first();
      const row = (await deployments.get(id))!;
      const link = await failures.link(row, await failures.causes(row), null);
      return { method: link!.method, ...link!.cause };
    }

    it.each<[string, Said]>([
      ['commit', { reverts: [sha(1)] }],
      ['pull request', { revertsNumbers: [102] }],
    ])('names the change that reverts a %s', async (_, said) => {
      const url = 'https://github.com/acme/payments/pull/4';
      expect(await causeOf({ number: 103 }, { ...said, url })).toMatchObject({
        method: 'revert',
        deployment: { version: 'v4' },
        change: { sha: sha(4), title: 'Change 4', url },
      });
    });

    it('names no change where a hotfix ships several', async () => {
      const hotfix = { labels: ['hotfix'] };
      const cause = await causeOf(hotfix, hotfix);
      expect(cause).toMatchObject({
        method: 'hotfix',
        deployment: { version: 'v4' },
      });
      expect(cause).not.toHaveProperty('change');
    });

    it('names the change that a hotfix is', async () => {
      expect(await causeOf({ labels: ['hotfix'] })).toMatchObject({
        method: 'hotfix',
        change: { sha: sha(3), title: 'Change 3' },
      });
    });
  });
});
