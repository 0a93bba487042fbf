import { TestDatabases } from '@backstage/backend-test-utils';
import { actor, HatchesUnderTest } from './__testUtils__/HatchesUnderTest';
import type { HatchRecord } from './HatchRecord';

jest.setTimeout(120_000);

const DAY = 86_400_000;

describe('transitions', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let hatches: HatchesUnderTest;

    beforeEach(async () => {
      hatches = await HatchesUnderTest.create(await databases.init(databaseId));
    });

    const by = (user: string, { id, version }: HatchRecord) => ({
      id,
      expectedVersion: version,
      comment: 'A reason.',
      actor: actor(user),
    });

    const parties = async (record: HatchRecord, role: string) =>
      (
        await hatches
          .knex('escape_hatch_request_parties')
          .where({ request_id: record.id, role })
          .orderBy('ref')
          .select('ref')
      ).map(({ ref }) => ref.replace('group:default/', ''));

    const lastRow = async (record: HatchRecord) => {
      const requestId = record.id;
      return (await hatches.audit.list({ limit: 50, requestId })).at(-1)!;
    };

    describe('creation', () => {
      it('stores what was asked for, bound to the entity and its owner', async () => {
        const record = await hatches.request({
          rules: ['privileged-container', 'probes'],
          startsAt: '2026-12-01',
          target: { namespace: 'ml', environments: ['production'] },
        });
        expect(record).toMatchObject({
          number: 1,
          version: 1,
          status: 'draft',
          entityRef: 'component:default/special-ml-workload',
          entityUid: 'uid-ml',
          owners: ['group:default/ml-team'],
          requester: 'user:default/ml-engineer',
          editors: ['user:default/ml-engineer'],
          startsAt: Date.parse('2026-12-01T00:00:00Z'),
          expiresAt: Date.parse('2027-02-01T00:00:00Z'),
          stages: [],
          stage: null,
          createdAt: hatches.time,
          submittedAt: null,
        });
        expect(record.content).toMatchObject({
          rules: ['privileged-container', 'probes'],
          startsAt: '2026-12-01T00:00:00Z',
          expiresAt: '2027-02-01T00:00:00Z',
          target: { namespace: 'ml', environments: ['production'] },
        });
        expect(await parties(record, 'owner')).toEqual(['ml-team']);
        expect(await parties(record, 'waiting')).toEqual([]);
        expect((await lastRow(record)).details).toMatchObject({
          entityRef: record.entityRef,
          entityUid: 'uid-ml',
          owners: ['group:default/ml-team'],
        });
      });

      it('with submission is two transitions, and waits for the first stage', async () => {
        const record = await hatches.highRisk();
        expect(record).toMatchObject({
          version: 2,
          status: 'submitted',
          stage: 0,
          submittedAt: hatches.time,
          waitingSince: hatches.time,
        });
        expect(record.stages.map(({ id }) => id)).toEqual([
          'owner',
          'platform',
          'security',
        ]);
        expect(await parties(record, 'waiting')).toEqual(['ml-team']);
        const versions = await hatches.store.versions(record.id);
        expect(
          versions.map(({ version, action }) => [version, action]),
        ).toEqual([
          [1, 'create'],
          [2, 'submit'],
        ]);
        expect(versions[1].content).toEqual(record.content);
      });

      it.each([
        [
          'an entity that there is not',
          { entityRef: 'component:default/no' },
          'NotFoundError',
        ],
        [
          "another team's entity",
          { entityRef: 'component:default/publishing-api' },
          'NotAllowedError',
        ],
        ['a rule that there is not', { rules: ['no-such-rule'] }, 'InputError'],
        [
          'a rule that may not be left',
          { rules: ['default-deny-network'] },
          'InputError',
        ],
        ['an end that has passed', { expiresAt: '2026-11-23' }, 'InputError'],
        ['an end beyond the cap', { expiresAt: '2027-02-25' }, 'InputError'],
      ])('refuses %s, and stores nothing', async (_, fields, name) => {
        await expect(hatches.request(fields)).rejects.toMatchObject({ name });
        expect(
          (await hatches.store.list({ now: hatches.time, limit: 1 })).records,
        ).toEqual([]);
        expect(await hatches.audit.verify()).toMatchObject({ rows: 0 });
      });

      it('by a member of a group within the owner group is possible', async () => {
        await expect(hatches.request({}, 'ml-intern')).resolves.toMatchObject({
          requester: 'user:default/ml-intern',
        });
      });
    });

    describe('overlap', () => {
      beforeEach(async () => {
        await hatches.request({
          rules: ['privileged-container', 'probes'],
          target: { namespace: 'ml', environments: ['production', 'staging'] },
          submit: true,
        });
      });

      it.each<[string, object, boolean]>([
        ['the same rule everywhere', {}, true],
        ['another rule', { rules: ['read-only-root'] }, false],
        ['one shared rule', { rules: ['read-only-root', 'probes'] }, true],
        ['the same namespace', { target: { namespace: 'ml' } }, true],
        ['another namespace', { target: { namespace: 'web' } }, false],
        [
          'a field that the other leaves out',
          { target: { kind: 'Job' } },
          true,
        ],
        [
          'one shared environment',
          { target: { environments: ['staging', 'test'] } },
          true,
        ],
        ['other environments', { target: { environments: ['test'] } }, false],
      ])('is found of %s: %#', async (_, fields, overlaps) => {
        const outcome = await hatches.request({ ...fields, submit: true }).then(
          ({ status }) => status,
          error => `${error.name} ${error.message}`,
        );
        expect(outcome).toMatch(
          overlaps ? /^ConflictError .*overlaps with #1 / : /^submitted$/,
        );
      });

      it('does not stand against a draft, but against its submission', async () => {
        const draft = await hatches.request();
        await expect(
          hatches.service.submit(by('ml-lead', draft)),
        ).rejects.toMatchObject({ name: 'ConflictError' });
        const { allowedActions } = await hatches.service.mayDo({
          record: draft,
          actor: actor('ml-lead'),
        });
        expect(allowedActions).not.toContain('submit');
        const preview = await hatches.service.preview({
          draft: { ...draft.content, entityRef: draft.entityRef },
          actor: actor('ml-lead'),
        });
        expect(preview.overlaps).toHaveLength(1);
      });

      it('stands against an edit that would make one', async () => {
        const other = await hatches.request({
          rules: ['read-only-root'],
          submit: true,
        });
        await expect(
          hatches.service.edit({
            id: other.id,
            edit: { expectedVersion: other.version, rules: ['probes'] },
            actor: actor('ml-engineer'),
          }),
        ).rejects.toMatchObject({ name: 'ConflictError' });
      });

      it('ends with the other one', async () => {
        const [first] = (
          await hatches.store.list({ now: hatches.time, limit: 1 })
        ).records;
        await hatches.service.reject(by('platform-lead', first));
        await expect(hatches.request({ submit: true })).resolves.toMatchObject({
          status: 'submitted',
        });
      });
    });

    it('overlaps until it has expired, and by old names of rules', async () => {
      const renamed = {
        rules: [
          {
            id: 'privileged',
            title: 'x',
            description: 'x',
            aliases: ['old-name'],
          },
        ],
      };
      const old = await HatchesUnderTest.create(
        await databases.init(databaseId),
        {
          escapeHatch: {
            rules: [{ ...renamed.rules[0], id: 'old-name', aliases: [] }],
          },
        },
      );
      const hatch = await old.approved({
        rules: ['old-name'],
        expiresAt: '2026-12-01',
      });
      const young = await HatchesUnderTest.create(old.knex, {
        escapeHatch: renamed,
      });
      young.catalog.organisation = old.catalog.organisation;
      const wish = { rules: ['privileged'], submit: true };
      await expect(young.request(wish)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      young.time = hatch.expiresAt;
      await expect(young.request(wish)).resolves.toMatchObject({ number: 2 });
    });

    describe('approval', () => {
      it('goes from stage to stage, and with the last one begins to count', async () => {
        const submitted = await hatches.highRisk();
        hatches.wait({ minutes: 5 });
        const first = await hatches.approve(submitted, 'ml-lead');
        expect(first).toMatchObject({
          status: 'submitted',
          version: 3,
          stage: 1,
          waitingSince: hatches.time,
          approvedAt: null,
        });
        expect(await parties(first, 'waiting')).toEqual(['platform-team']);
        const second = await hatches.approve(first, 'platform-lead');
        hatches.wait({ minutes: 5 });
        const last = await hatches.approve(second, 'security-reviewer');
        expect(last).toMatchObject({
          status: 'approved',
          version: 5,
          stage: null,
          waitingSince: null,
          approvedAt: hatches.time,
          activeFrom: hatches.time,
        });
        expect(last.approvals.map(({ approver }) => approver)).toEqual([
          'user:default/ml-lead',
          'user:default/platform-lead',
          'user:default/security-reviewer',
        ]);
        expect(await parties(last, 'waiting')).toEqual([]);
      });

      it('lets a later start be later', async () => {
        const record = await hatches.approved({ startsAt: '2026-12-24' });
        expect(record.activeFrom).toBe(Date.parse('2026-12-24T00:00:00Z'));
      });

      it('is refused once the end has passed', async () => {
        const submitted = await hatches.request({
          submit: true,
          expiresAt: '2026-11-24T13:00:00Z',
        });
        hatches.wait({ minutes: 60 });
        await expect(
          hatches.approve(submitted, 'platform-lead'),
        ).rejects.toThrow(/^expiry-in-past: /);
      });
    });

    describe('an edit', () => {
      it('clears approvals, begins anew, and says what changed', async () => {
        const first = await hatches.approve(
          await hatches.highRisk(),
          'ml-lead',
        );
        hatches.wait({ minutes: 1 });
        const edited = await hatches.service.edit({
          id: first.id,
          edit: {
            expectedVersion: 3,
            riskLevel: 'medium',
            target: { namespace: 'ml' },
            comment: 'Only there.',
          },
          actor: actor('ml-engineer'),
        });
        expect(edited).toMatchObject({
          status: 'submitted',
          version: 4,
          stage: 0,
          approvals: [],
          waitingSince: hatches.time,
          submittedAt: first.submittedAt,
        });
        expect(edited.stages.map(({ id }) => id)).toEqual(['platform']);
        expect((await hatches.audit.timeline(first.id)).at(-1)).toEqual({
          at: '2026-11-24T12:01:00Z',
          actor: 'user:default/ml-engineer',
          action: 'edit',
          version: 4,
          comment: 'Only there.',
          changed: ['riskLevel', 'target.namespace'],
          cleared: 1,
        });
        const versions = await hatches.store.versions(first.id);
        expect(versions.map(({ content }) => content.riskLevel)).toEqual([
          'high',
          'high',
          'high',
          'medium',
        ]);
      });

      it('lets a new rule be looked up, and the old one not', async () => {
        const draft = await hatches.request();
        await hatches.service.edit({
          id: draft.id,
          edit: { expectedVersion: 1, rules: ['probes'] },
          actor: actor('ml-engineer'),
        });
        const count = async (rule: string) =>
          (
            await hatches.store.list({
              where: { rule },
              now: hatches.time,
              limit: 5,
            })
          ).records.length;
        expect(await count('probes')).toBe(1);
        expect(await count('privileged-container')).toBe(0);
      });
    });

    it('changes that are requested clear approvals; a new submission asks all stages again', async () => {
      const first = await hatches.approve(await hatches.highRisk(), 'ml-lead');
      hatches.wait({ minutes: 1 });
      const sentBack = await hatches.service.requestChanges(
        by('platform-lead', first),
      );
      expect(sentBack).toMatchObject({
        status: 'changes_requested',
        stage: null,
        approvals: [],
        waitingSince: hatches.time,
      });
      expect(await lastRow(first)).toMatchObject({
        from: 'submitted',
        to: 'changes_requested',
        details: { comment: 'A reason.', stage: 'platform', cleared: 1 },
      });
      const again = await hatches.service.submit(by('ml-engineer', sentBack));
      expect(again).toMatchObject({
        status: 'submitted',
        stage: 0,
        version: 5,
      });
      await expect(hatches.approve(again, 'ml-lead')).resolves.toMatchObject({
        stage: 1,
      });
    });

    it('a rejected one keeps what was approved', async () => {
      const first = await hatches.approve(await hatches.highRisk(), 'ml-lead');
      const rejected = await hatches.service.reject(by('platform-lead', first));
      expect(rejected).toMatchObject({
        status: 'rejected',
        endedAt: hatches.time,
        stage: null,
      });
      expect(rejected.approvals).toHaveLength(1);
    });

    describe('a renewal', () => {
      let old: HatchRecord;

      beforeEach(async () => {
        old = await hatches.approved({ startsAt: '2026-12-01' });
        hatches.time = old.expiresAt - 10 * DAY;
      });

      const renew = (user = 'ml-lead', expiresAt = '2027-03-31') =>
        hatches.service.renew({ ...by(user, old), expiresAt });

      it('is a new request with the same content, submitted at once', async () => {
        const renewal = await renew();
        expect(renewal).toMatchObject({
          number: 2,
          version: 2,
          status: 'submitted',
          requester: 'user:default/ml-lead',
          editors: ['user:default/ml-lead'],
          approvals: [],
          startsAt: null,
          // London has summer time by then.
          expiresAt: Date.parse('2027-03-31T23:00:00Z'),
          renewalOf: old.id,
          chainLength: 2,
          chainSince: old.activeFrom,
        });
        const { startsAt, ...content } = old.content;
        expect(renewal.content).toEqual({
          ...content,
          expiresAt: '2027-03-31T23:00:00Z',
        });
        expect(await hatches.store.get(old.id)).toEqual(old);
      });

      it('takes the place of the old one with its last approval, in one instant', async () => {
        const renewal = await renew();
        hatches.wait({ days: 1 });
        const approved = await hatches.approve(renewal, 'platform-lead');
        expect(approved).toMatchObject({
          status: 'approved',
          activeFrom: hatches.time,
        });
        expect(await hatches.store.get(old.id)).toMatchObject({
          status: 'superseded',
          version: old.version + 1,
          supersededBy: renewal.id,
          endedAt: hatches.time,
        });
        expect(await lastRow(old)).toMatchObject({
          actor: 'portal',
          action: 'supersede',
          from: 'approved',
          to: 'superseded',
          details: { supersededBy: renewal.id },
        });
        expect(await hatches.audit.verify()).toMatchObject({ valid: true });
      });

      it('ends nothing where it is rejected', async () => {
        const renewal = await renew();
        await hatches.service.reject(by('platform-lead', renewal));
        expect(await hatches.store.get(old.id)).toEqual(old);
      });

      it('may be asked for from 30 days before the end until the end', async () => {
        const outcomes = [];
        for (const ms of [-30 * DAY - 1, -30 * DAY, -1, 0]) {
          const knex = await databases.init(databaseId);
          hatches = await HatchesUnderTest.create(knex);
          old = await hatches.approved();
          hatches.time = old.expiresAt + ms;
          outcomes.push(
            await renew().then(
              ({ status }) => status,
              error => error.message.split(':')[0],
            ),
          );
        }
        expect(outcomes).toEqual([
          'renewal-too-early',
          'submitted',
          'submitted',
          'renewal-expired',
        ]);
      });

      it('is one at a time', async () => {
        await renew();
        await expect(renew()).rejects.toMatchObject({ name: 'ConflictError' });
      });

      it('begins when it is approved: it can be given no start', async () => {
        const renewal = await renew();
        await expect(
          hatches.service.edit({
            id: renewal.id,
            edit: { expectedVersion: 2, startsAt: '2027-02-01' },
            actor: actor('ml-lead'),
          }),
        ).rejects.toThrow(/^renewal-with-start: /);
      });

      it('needs its own approval by somebody else than who asked for it', async () => {
        hatches.catalog.organisation.groups['platform-team'].members!.push(
          'ml-lead',
        );
        const renewal = await renew();
        await expect(hatches.approve(renewal, 'ml-lead')).rejects.toMatchObject(
          {
            name: 'NotAllowedError',
          },
        );
      });

      it('of a chain of four needs security as well', async () => {
        for (const length of [2, 3]) {
          const renewal = await renew(
            'ml-lead',
            new Date(hatches.time + 20 * DAY).toISOString(),
          );
          expect(renewal.stages).toHaveLength(1);
          expect(renewal.chainLength).toBe(length);
          old = await hatches.approve(renewal, 'platform-lead');
          hatches.wait({ days: 1 });
        }
        const fourth = await renew(
          'ml-lead',
          new Date(hatches.time + 20 * DAY).toISOString(),
        );
        expect(fourth.stages).toMatchObject([
          { id: 'platform' },
          {
            id: 'long-running',
            title: 'Long-running exception',
            approvers: ['group:default/security-team'],
          },
        ]);
        expect(fourth.chainSince).toBe(Date.parse('2026-12-01T00:00:00Z'));
        const last = await hatches.approve(
          await hatches.approve(fourth, 'platform-lead'),
          'security-lead',
        );
        expect(last.status).toBe('approved');
      });
    });

    describe('a review', () => {
      let hatch: HatchRecord;

      beforeEach(async () => {
        hatch = await hatches.approved();
        hatches.wait({ days: 10 });
      });

      const review = (options: {
        outcome: 'keep' | 'shorten' | 'revoke';
        expiresAt?: string;
      }) =>
        hatches.service.review({
          ...by('platform-engineer', hatch),
          ...options,
        });

      it('that keeps changes nothing but its own day', async () => {
        const reviewed = await review({ outcome: 'keep' });
        expect(reviewed).toEqual({
          ...hatch,
          version: 4,
          reviewedAt: hatches.time,
          updatedAt: hatches.time,
        });
        expect((await hatches.audit.timeline(hatch.id)).at(-1)).toMatchObject({
          action: 'review',
          outcome: 'keep',
          comment: 'A reason.',
        });
      });

      it('that shortens ends it earlier, and keeps its approvals', async () => {
        const reviewed = await review({
          outcome: 'shorten',
          expiresAt: '2026-12-10',
        });
        expect(reviewed).toMatchObject({
          status: 'approved',
          expiresAt: Date.parse('2026-12-11T00:00:00Z'),
          content: { expiresAt: '2026-12-11T00:00:00Z' },
          reviewedAt: hatches.time,
          approvals: hatch.approvals,
        });
        const versions = await hatches.store.versions(hatch.id);
        expect(versions.map(({ content }) => content.expiresAt)).toEqual([
          '2027-02-01T00:00:00Z',
          '2027-02-01T00:00:00Z',
          '2027-02-01T00:00:00Z',
          '2026-12-11T00:00:00Z',
        ]);
        expect(await hatches.audit.verify()).toMatchObject({ valid: true });
      });

      it.each([
        undefined,
        '2027-01-31',
        '2027-02-01T00:00:01Z',
        '2026-12-03',
        '2026-12-04T12:00:00Z',
      ])('does not shorten to %s', async expiresAt => {
        await expect(review({ outcome: 'shorten', expiresAt })).rejects.toThrow(
          /^shorten-not-earlier: /,
        );
        expect(await hatches.store.get(hatch.id)).toEqual(hatch);
      });

      it('that revokes ends it at once, and is a revocation', async () => {
        expect(await review({ outcome: 'revoke' })).toMatchObject({
          status: 'revoked',
          endedAt: hatches.time,
        });
        expect(await lastRow(hatch)).toMatchObject({ action: 'revoke' });
      });
    });

    it('lapses, and cannot be taken up again', async () => {
      const submitted = await hatches.request({ submit: true });
      const lapsed = await hatches.service.lapse({
        id: submitted.id,
        expectedVersion: 2,
      });
      expect(lapsed).toMatchObject({ status: 'lapsed', endedAt: hatches.time });
      await expect(
        hatches.service.submit(by('ml-lead', lapsed)),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('previews what a submission would meet, and stores nothing', async () => {
      const record = await hatches.request({ submit: true });
      const preview = await hatches.service.preview({
        draft: {
          ...record.content,
          entityRef: record.entityRef,
          rules: ['privileged-container', 'none'],
          riskLevel: 'high',
          expiresAt: '2027-06-01',
        },
        actor: actor('outsider'),
      });
      expect(preview).toMatchObject({
        stages: [{ id: 'owner' }, { id: 'platform' }, { id: 'security' }],
        owners: ['group:default/ml-team'],
        cap: { days: 92, lastDay: '2027-02-24' },
        overlaps: [record.id],
        problems: [
          { guard: 'not-owner', field: 'entityRef' },
          { guard: 'unknown-rule', field: 'rules[1]' },
          { guard: 'expiry-beyond-cap', field: 'expiresAt' },
        ],
      });
      expect(await hatches.audit.verify()).toMatchObject({ rows: 2 });
    });
  });
});
