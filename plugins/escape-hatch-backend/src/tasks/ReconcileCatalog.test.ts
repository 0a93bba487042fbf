import { TestDatabases } from '@backstage/backend-test-utils';
import { actor, ML_WORKLOAD } from '../requests/__testUtils__/HatchesUnderTest';
import { TasksUnderTest } from './__testUtils__/TasksUnderTest';

jest.setTimeout(120_000);

describe('the reconciliation with the catalog', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let tasks: TasksUnderTest;
    const statusOf = async (id: string) =>
      (await tasks.hatches.store.get(id))?.status;
    const partiesOf = (id: string, role: string) =>
      tasks.hatches
        .knex('escape_hatch_request_parties')
        .where({ request_id: id, role })
        .orderBy('ref')
        .pluck('ref');

    beforeEach(async () => {
      tasks = await TasksUnderTest.create(await databases.init(databaseId));
    });

    it('changes nothing while nothing has changed', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.approved();
      const before = await hatches.store.get(id);
      await tasks.run('reconcile');
      expect(await hatches.store.get(id)).toEqual(before);
    });

    it('revokes when the entity is gone on two runs a day apart, drafts and undecided ones too', async () => {
      const { hatches } = tasks;
      const approved = await hatches.approved();
      const submitted = await hatches.request({
        rules: ['probes'],
        submit: true,
      });
      const draft = await hatches.request({ rules: ['slo-required'] });
      const ids = [approved, submitted, draft].map(({ id }) => id);
      delete hatches.catalog.organisation.components['special-ml-workload'];

      await tasks.run('reconcile');
      await tasks.run('reconcile');
      hatches.wait({ days: 1, minutes: -1 });
      await tasks.run('reconcile');
      await expect(Promise.all(ids.map(statusOf))).resolves.toEqual([
        'approved',
        'submitted',
        'draft',
      ]);
      hatches.wait({ minutes: 1 });
      await tasks.run('reconcile');
      await expect(Promise.all(ids.map(statusOf))).resolves.toEqual([
        'revoked',
        'revoked',
        'revoked',
      ]);
      expect((await hatches.audit.timeline(approved.id)).at(-1)).toMatchObject({
        action: 'entity-removed',
        actor: 'portal',
      });
      await expect(hatches.audit.verify()).resolves.toMatchObject({
        valid: true,
      });
    });

    it('forgets an absence when the entity is back', async () => {
      const { hatches } = tasks;
      const { components } = hatches.catalog.organisation;
      const { id } = await hatches.approved();
      const entity = components['special-ml-workload'];
      for (let round = 0; round < 3; round++) {
        delete components['special-ml-workload'];
        await tasks.run('reconcile');
        hatches.wait({ minutes: 23 * 60 });
        components['special-ml-workload'] = entity;
        await tasks.run('reconcile');
        hatches.wait({ minutes: 60 });
      }
      expect(await hatches.store.get(id)).toMatchObject({
        status: 'approved',
        absentSince: null,
      });
    });

    it('revokes at once when another entity has its name', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.approved();
      hatches.catalog.organisation.components['special-ml-workload'].uid =
        'uid-of-another';
      await tasks.run('reconcile');
      expect(await statusOf(id)).toBe('revoked');
    });

    it('concludes nothing from a catalog that cannot be read', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.approved();
      const { service } = hatches.catalog;
      const failing = jest
        .spyOn(Object.getPrototypeOf(hatches.catalog), 'service', 'get')
        .mockReturnValue({
          ...service,
          getEntitiesByRefs: async () => {
            throw new Error('503');
          },
        });
      const blind = await TasksUnderTest.create(hatches.knex);
      failing.mockRestore();
      blind.hatches.wait({ days: 2 });
      await expect(blind.run('reconcile')).rejects.toThrow('503');
      expect(await hatches.store.get(id)).toMatchObject({
        status: 'approved',
        absentSince: null,
      });
    });

    it('flags new owners, who confirm in time', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.approved();
      hatches.catalog.organisation.components['special-ml-workload'].owner =
        'publishing-team';
      const told = await tasks.newsOf('reconcile');
      expect(told).toMatchObject([
        {
          topic: 'escape-hatch-owner-changed',
          recipients: [
            'user:default/ml-engineer',
            'group:default/publishing-team',
          ],
        },
      ]);
      const flagged = (await hatches.store.get(id))!;
      expect(flagged).toMatchObject({
        status: 'approved',
        owners: ['group:default/publishing-team'],
        ownerChangedAt: hatches.time,
        version: 4,
      });
      hatches.wait({ days: 11, minutes: -1 });
      expect(await tasks.newsOf('tell')).toEqual([]);
      hatches.wait({ minutes: 1 });
      expect(await tasks.newsOf('tell')).toMatchObject([
        {
          recipients: ['group:default/publishing-team'],
          title: expect.stringMatching(/^Suspended in 3 days, please confirm/),
        },
      ]);
      await hatches.service.confirmOwner({
        id,
        expectedVersion: flagged.version,
        actor: actor('publishing-lead'),
      });
      hatches.wait({ days: 10 });
      await tasks.run('reconcile');
      expect(await tasks.newsOf('tell')).toEqual([]);
      expect((await hatches.store.get(id))?.ownerChangedAt).toBeNull();
    });

    it('tells of a suspension, once, without any transition', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.approved();
      hatches.catalog.organisation.components['special-ml-workload'].owner =
        'publishing-team';
      await tasks.run('reconcile');
      hatches.wait({ days: 14 });
      expect(await tasks.newsOf('tell')).toMatchObject([
        {
          topic: 'escape-hatch-suspended',
          recipients: [
            'user:default/ml-engineer',
            'group:default/publishing-team',
            'group:default/platform-team',
          ],
        },
      ]);
      expect(await statusOf(id)).toBe('approved');
      hatches.wait({ days: 1 });
      expect(await tasks.newsOf('tell')).toEqual([]);
    });

    it('corrects whom an undecided request waits for and whose it is', async () => {
      const { hatches } = tasks;
      const { id, version } = await hatches.highRisk();
      expect(await partiesOf(id, 'waiting')).toEqual(['group:default/ml-team']);
      const { components, groups } = hatches.catalog.organisation;
      components['special-ml-workload'].owner = 'publishing-team';
      await tasks.run('reconcile');
      expect(await partiesOf(id, 'waiting')).toEqual([
        'group:default/publishing-team',
      ]);
      expect(await partiesOf(id, 'owner')).toEqual([
        'group:default/publishing-team',
      ]);
      groups['publishing-team'] = {};
      await tasks.run('reconcile');
      expect(await partiesOf(id, 'waiting')).toEqual([
        'group:default/platform-team',
      ]);
      expect(await hatches.store.get(id)).toMatchObject({
        version,
        owners: ['group:default/publishing-team'],
      });
    });

    it('tells the admins where nobody may decide, once', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.request({ submit: true });
      const { groups } = hatches.catalog.organisation;
      expect(await tasks.newsOf('reconcile')).toEqual([]);
      // Whoever is left asked for it.
      groups['platform-team'] = { members: ['ml-engineer'] };
      expect(await tasks.newsOf('reconcile')).toMatchObject([
        {
          topic: 'escape-hatch-stalled',
          recipients: [
            'group:default/platform-team',
            'group:default/security-team',
          ],
        },
      ]);
      expect(await tasks.newsOf('reconcile')).toEqual([]);
      expect(await statusOf(id)).toBe('submitted');
    });

    it('leaves alone what somebody decided meanwhile', async () => {
      const { hatches } = tasks;
      const { id } = await hatches.request({ submit: true });
      hatches.catalog.organisation.components['special-ml-workload'].uid =
        'uid-of-another';
      const getMany = jest.spyOn(hatches.store, 'getMany');
      getMany.mockImplementationOnce(async ids => {
        const read = await hatches.store.getMany(ids);
        const [record] = read;
        await hatches.service.withdraw({
          id,
          expectedVersion: record!.version,
          actor: actor('ml-engineer'),
        });
        return read;
      });
      await tasks.run('reconcile');
      expect(await statusOf(id)).toBe('withdrawn');
    });

    it('reconciles more requests than one page holds', async () => {
      const { hatches } = tasks;
      const first = await hatches.request();
      const row = await hatches
        .knex('escape_hatch_requests')
        .where('id', first.id)
        .first();
      for (let number = 2; number <= 250; number++) {
        await hatches
          .knex('escape_hatch_requests')
          .insert({ ...row, id: `r${number}`, number });
      }
      delete hatches.catalog.organisation.components['special-ml-workload'];
      await tasks.run('reconcile');
      const [{ count }] = await hatches
        .knex('escape_hatch_requests')
        .whereNotNull('absent_since')
        .where('entity_ref', ML_WORKLOAD)
        .count({ count: '*' });
      expect(Number(count)).toBe(250);
    });
  });
});
