import { TestDatabases } from '@backstage/backend-test-utils';
import { phaseOf } from '@golden-path/backstage-plugin-escape-hatch-common';
import { ActiveHatchStore } from '../exports/ActiveHatchStore';
import {
  actor,
  HatchesUnderTest,
  ML_WORKLOAD,
} from './__testUtils__/HatchesUnderTest';
import type { HatchRecord } from './HatchRecord';

jest.setTimeout(120_000);

describe('the invariants of escape hatches', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let hatches: HatchesUnderTest;

    beforeEach(async () => {
      hatches = await HatchesUnderTest.create(await databases.init(databaseId));
    });

    const approvalBy = async (record: HatchRecord, ref: string) =>
      hatches.service
        .approve({
          id: record.id,
          expectedVersion: record.version,
          actor: { ref },
        })
        .then(
          () => 'approved',
          error => error.name,
        );

    it('1. four eyes: neither the requester, nor an editor, nor a service or guest ever approves', async () => {
      const { groups } = hatches.catalog.organisation;
      groups['platform-team'].members!.push('ml-engineer', 'ml-lead', 'guest');
      hatches.catalog.organisation.users.push('guest');
      const submitted = await hatches.request({ submit: true });
      for (const ref of [
        'user:default/ml-engineer',
        'USER:Default/ML-Engineer',
        'user:default/guest',
        'service:default/demo-ci',
        'plugin:scaffolder',
        'external:demo-ci',
        'group:default/platform-team',
        'portal',
        '',
      ]) {
        expect([ref, await approvalBy(submitted, ref)]).toEqual([
          ref,
          'NotAllowedError',
        ]);
      }
      // An editor who did not ask for it: one whom the record names, however that came to be.
      await hatches.knex('escape_hatch_requests').update({
        editors: JSON.stringify([
          'user:default/ml-engineer',
          'user:default/ml-lead',
        ]),
      });
      expect(await approvalBy(submitted, 'user:default/ml-lead')).toBe(
        'NotAllowedError',
      );
      expect(await approvalBy(submitted, 'user:default/platform-lead')).toBe(
        'approved',
      );
    });

    it('2. approvers are those of the catalog when the decision is made, and the decision keeps them', async () => {
      const { groups, users } = hatches.catalog.organisation;
      const submitted = await hatches.request({ submit: true });
      // Since it was submitted one left the group, one came into a group within it, and one is nobody any more.
      groups['platform-team'] = {
        members: ['platform-lead'],
        children: ['platform-interns'],
      };
      groups['platform-interns'] = { members: ['outsider', 'deleted'] };
      expect(users).not.toContain('deleted');
      expect(
        await approvalBy(submitted, 'user:default/platform-engineer'),
      ).toBe('NotAllowedError');
      expect(await approvalBy(submitted, 'user:default/deleted')).toBe(
        'NotAllowedError',
      );
      const approved = await hatches.approve(submitted, 'outsider');
      const kept = {
        resolvedFrom: ['user:default/outsider', 'user:default/platform-lead'],
        reason: 'Member of group:default/platform-team, for stage Platform.',
      };
      expect(approved.approvals).toEqual([
        {
          stage: 0,
          approver: 'user:default/outsider',
          at: hatches.time,
          ...kept,
        },
      ]);
      const [, , row] = await hatches.audit.list({ limit: 3 });
      expect(row.details).toMatchObject({ stage: 'platform', ...kept });
    });

    it('2. groups that contain each other are resolved', async () => {
      const { groups } = hatches.catalog.organisation;
      groups['platform-team'] = { children: ['circle'] };
      groups.circle = { children: ['platform-team'], members: ['outsider'] };
      const submitted = await hatches.request({ submit: true });
      expect(await approvalBy(submitted, 'user:default/outsider')).toBe(
        'approved',
      );
    });

    it('3. one person counts once, in whatever groups', async () => {
      const { groups } = hatches.catalog.organisation;
      groups['ml-team'].members!.push('outsider');
      groups['platform-team'].members!.push('outsider');
      groups['security-team'].members!.push('outsider');
      const submitted = await hatches.highRisk();
      const first = await hatches.approve(submitted, 'outsider');
      expect(await approvalBy(first, 'user:default/outsider')).toBe(
        'NotAllowedError',
      );
      const second = await hatches.approve(first, 'platform-lead');
      expect(await approvalBy(second, 'user:default/outsider')).toBe(
        'NotAllowedError',
      );
      const last = await hatches.approve(second, 'security-reviewer');
      expect(last.status).toBe('approved');
    });

    it('3. of two decisions on one version one wins', async () => {
      const submitted = await hatches.request({ submit: true });
      const outcomes = await Promise.all(
        ['platform-lead', 'platform-engineer'].map(user =>
          approvalBy(submitted, actor(user).ref),
        ),
      );
      expect(outcomes.sort()).toEqual(['ConflictError', 'approved']);
      const stored = await hatches.store.get(submitted.id);
      expect(stored).toMatchObject({ version: 3, status: 'approved' });
      expect(stored?.approvals).toHaveLength(1);
    });

    it('4. an escape hatch ends with its instant, whoever sets back the clock', async () => {
      const approved = await hatches.approved({
        expiresAt: '2026-12-01T00:00:00Z',
      });
      const phase = async () => {
        const { records } = await hatches.store.list({
          where: { phase: 'active' },
          now: hatches.clock.now(),
          limit: 1,
        });
        return [phaseOf(approved, hatches.clock.now()), records.length];
      };
      hatches.time = approved.expiresAt - 1;
      expect(await phase()).toEqual(['active', 1]);
      hatches.time = approved.expiresAt;
      expect(await phase()).toEqual(['expired', 0]);
      await hatches.clock.sync();
      hatches.time = approved.expiresAt - 86_400_000;
      expect(await phase()).toEqual(['expired', 0]);
      await hatches.restart();
      expect(await phase()).toEqual(['expired', 0]);
    });

    it('5. every transition appends one row to the trail, and a refused one none', async () => {
      const created = await hatches.highRisk();
      await approvalBy(created, 'user:default/outsider');
      await approvalBy({ ...created, version: 1 }, 'user:default/ml-lead');
      const one = await hatches.approve(created, 'ml-lead');
      await hatches.service
        .reject({
          id: one.id,
          expectedVersion: one.version,
          actor: actor('platform-lead'),
        })
        .catch(() => {});
      const rows = await hatches.audit.list({ limit: 10 });
      expect(rows.map(({ action }) => action)).toEqual([
        'create',
        'submit',
        'approve',
      ]);
      expect(await hatches.audit.verify()).toMatchObject({ valid: true });
    });

    it('5. what cannot be written to the trail does not happen', async () => {
      const submitted = await hatches.request({ submit: true });
      const head = hatches.knex('escape_hatch_heads').where('name', 'audit');
      await head.clone().update('value', 1);
      // The next number is taken.
      expect(
        await approvalBy(submitted, 'user:default/platform-lead'),
      ).not.toBe('approved');
      await head.clone().update('value', 2);
      expect(await hatches.store.get(submitted.id)).toEqual(submitted);
      expect(await hatches.audit.verify()).toMatchObject({ valid: true });
    });

    it('6. exports hold exactly the active set at every instant', async () => {
      const store = new ActiveHatchStore(hatches);
      const draft = await hatches.request({ rules: ['probes'] });
      await hatches.request({ rules: ['read-only-root'], submit: true });
      const approved = await hatches.approved({
        startsAt: '2026-12-01T00:00:00Z',
        expiresAt: '2026-12-08T00:00:00Z',
      });
      expect(draft.status).toBe('draft');
      for (const [instant, active] of [
        ['2026-11-30T23:59:59.999Z', false],
        ['2026-12-01T00:00:00Z', true],
        ['2026-12-07T23:59:59.999Z', true],
        ['2026-12-08T00:00:00Z', false],
      ] as const) {
        const now = Date.parse(instant);
        const ids = (await store.read({ now })).map(({ id }) => id);
        expect([instant, ids]).toEqual([instant, active ? [approved.id] : []]);
        expect(phaseOf(approved, now) === 'active').toBe(active);
      }
    });

    it('7. a request is bound to its entity, and a namesake inherits nothing', async () => {
      const { components } = hatches.catalog.organisation;
      const submitted = await hatches.request({ submit: true });
      expect(submitted.entityUid).toBe('uid-ml');
      components['special-ml-workload'].uid = 'another';
      expect(await approvalBy(submitted, 'user:default/platform-lead')).toBe(
        'ConflictError',
      );
      // Nor have the owners of the namesake a say.
      components['special-ml-workload'].owner = 'publishing-team';
      const withdrawal = (name: string) =>
        hatches.service.withdraw({
          id: submitted.id,
          expectedVersion: 2,
          actor: actor(name),
        });
      await expect(withdrawal('publishing-lead')).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      await expect(withdrawal('ml-lead')).resolves.toMatchObject({
        status: 'withdrawn',
      });
    });

    it('7. an escape hatch whose entity is removed is revoked', async () => {
      const approved = await hatches.approved();
      const removed = await hatches.service.entityRemoved({
        id: approved.id,
        expectedVersion: approved.version,
      });
      expect(removed).toMatchObject({
        status: 'revoked',
        endedAt: hatches.time,
      });
      const timeline = await hatches.audit.timeline(approved.id);
      expect(timeline.at(-1)).toMatchObject({
        actor: 'portal',
        action: 'entity-removed',
      });
    });

    it('7. a new owner confirms, and the first unconfirmed change counts', async () => {
      const approved = await hatches.approved();
      const change = async (record: HatchRecord, owner: string) => {
        hatches.catalog.organisation.components['special-ml-workload'].owner =
          owner;
        return hatches.service.ownerChanged({
          id: record.id,
          expectedVersion: record.version,
          owners: [`group:default/${owner}`],
        });
      };
      const since = hatches.time;
      const changed = await change(approved, 'publishing-team');
      hatches.wait({ days: 10 });
      const again = await change(changed, 'security-team');
      expect(again).toMatchObject({
        status: 'approved',
        owners: ['group:default/security-team'],
        ownerChangedAt: since,
      });
      const confirmation = (name: string) =>
        hatches.service.confirmOwner({
          id: again.id,
          expectedVersion: again.version,
          actor: actor(name),
        });
      await expect(confirmation('ml-lead')).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      await expect(confirmation('security-lead')).resolves.toMatchObject({
        status: 'approved',
        ownerChangedAt: null,
      });
    });

    it('8. where approvers are gone the fallback decides; where all are used up nobody does', async () => {
      const { groups } = hatches.catalog.organisation;
      const submitted = await hatches.highRisk({ entityRef: ML_WORKLOAD });
      // Of the owners nobody is left but the requester: used up, not empty.
      groups['ml-team'] = { members: ['ml-engineer'] };
      for (const user of ['ml-engineer', 'platform-lead', 'security-lead']) {
        expect(await approvalBy(submitted, actor(user).ref)).toBe(
          'NotAllowedError',
        );
      }
      expect(await hatches.store.get(submitted.id)).toEqual(submitted);

      groups['ml-team'] = {};
      const first = await hatches.approve(submitted, 'platform-lead');
      expect(first.approvals[0]).toMatchObject({
        reason:
          'Member of group:default/platform-team, in place of owner, for stage Owner.',
      });
      delete groups['platform-team'];
      const second = await hatches.approve(first, 'security-lead');
      // Security is all that is left, and one of the two has decided.
      expect(await approvalBy(second, 'user:default/security-lead')).toBe(
        'NotAllowedError',
      );
      const last = await hatches.approve(second, 'security-reviewer');
      expect(last.status).toBe('approved');
    });
  });
});
