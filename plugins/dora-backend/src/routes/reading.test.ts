import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntity } from '../__testUtils__/catalogEntity';
import { ReadingUnderTest } from '../__testUtils__/ReadingUnderTest';

jest.setTimeout(120_000);

const OWNER = 'group:default/team';
const SHOP = 'component:default/shop';
const NOVEMBER = {
  from: '2026-11-01T00:00:00Z',
  to: '2026-12-01T00:00:00Z',
};
const HOUR = 3_600;

describe('reading', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let reading: ReadingUnderTest;

    beforeEach(async () => {
      reading = await ReadingUnderTest.create({
        knex: await databases.init(databaseId),
        entities: [
          catalogEntity('Component', 'shop'),
          catalogEntity('Component', 'till'),
          catalogEntity('Group', 'team'),
        ],
      });
      await reading.facts.service('shop', {
        owner: OWNER,
        repository: 'github.com/acme/shop',
      });
      await reading.facts.service('till', { owner: OWNER });
      await reading.facts.service('secret', { owner: OWNER });
    });
    afterEach(() => reading.knex.destroy());

    describe('/deployments', () => {
      beforeEach(async () => {
        const { facts } = reading;
        const owner = OWNER;
        await facts.deployment('a1', 'shop', '2026-11-02T10:00:00Z', { owner });
        // of the same millisecond, so that the id decides
        await facts.deployment('a2', 'shop', '2026-11-03T10:00:00Z', {
          owner,
          failed: true,
        });
        await facts.deployment('a3', 'till', '2026-11-03T10:00:00Z', {
          owner,
          kind: 'rollback',
        });
        await facts.deployment('a4', 'shop', '2026-11-04T10:00:00Z', {
          owner,
          environment: 'staging',
          production: false,
        });
        await facts.deployment('a5', 'shop', '2026-11-05T10:00:00Z', {
          owner,
          environment: 'prod-eu',
          outcome: 'failure',
        });
        await facts.deployment('a6', 'secret', '2026-11-06T10:00:00Z', {
          owner,
        });
        await facts.deployment('a7', 'shop', '2026-11-07T10:00:00Z', {
          owner,
          kind: 'import',
        });
        await facts.deployment('a8', 'shop', '2026-12-01T00:00:00Z', { owner });
      });

      it.each<[string, Record<string, string>, string[]]>([
        ['all that may be read', {}, ['a5', 'a4', 'a3', 'a2', 'a1']],
        ['of a component', { scope: SHOP }, ['a5', 'a4', 'a2', 'a1']],
        ['of a group', { scope: OWNER }, ['a5', 'a4', 'a3', 'a2', 'a1']],
        ['of an environment', { environment: 'staging' }, ['a4']],
        [
          'of the production tier',
          { environment: 'production' },
          ['a5', 'a3', 'a2', 'a1'],
        ],
        ['of a kind', { kind: 'rollback' }, ['a3']],
        ['that failed later', { outcome: 'failed' }, ['a2']],
        ['whose rollout failed', { outcome: 'failure' }, ['a5']],
        [
          'of a window',
          { from: '2026-11-03T10:00:00Z', to: '2026-11-04T10:00:00Z' },
          ['a3', 'a2'],
        ],
      ])('lists those %s, on pages of any size', async (_, query, ids) => {
        for (const limit of ['1', '2', '50']) {
          const items = await reading.all('/deployments', {
            ...NOVEMBER,
            limit,
            ...query,
          });
          expect(items.map(({ id }) => id)).toEqual(ids);
        }
      });

      it('refuses a cursor that no answer had', async () => {
        await expect(
          reading.get('/deployments', { cursor: 'MTA6YTsn' }),
        ).rejects.toThrow('cursor: expected one of an earlier answer');
      });

      it('exports all pages, disarming formulas', async () => {
        await reading.facts.deployment('b1', 'shop', '2026-11-08T10:00:00Z', {
          version: '=cmd|"calc"',
        });
        const csv: string = await reading.get('/deployments', {
          ...NOVEMBER,
          limit: '1',
          format: 'csv',
        });
        const lines = csv.split('\r\n');
        expect(lines[0]).toMatch(/^id,service,environment,version,/);
        expect(lines[1]).toMatch(
          /^b1,component:default\/shop,production,"'=cmd\|""calc""",/,
        );
        expect(lines).toHaveLength(6 + 2);
      });

      it('exports as many as there are', async () => {
        const { knex } = reading;
        const row = await knex('dora_deployments').where('id', 'a1').first();
        const columns = Object.keys(row);
        const values = columns.map(column => {
          switch (column) {
            case 'id':
              return "'many' || n";
            case 'finished_at':
              return 'finished_at + n';
            default:
              return column;
          }
        });
        await knex.raw(
          `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 100500)
          insert into dora_deployments (${columns.join(', ')})
          select ${values.join(
            ', ',
          )} from dora_deployments, numbers where id = 'a1'`,
        );
        const csv: string = await reading.get('/deployments', {
          from: '2026-11-02T10:00:00Z',
          to: '2026-11-03T00:00:00Z',
          format: 'csv',
        });
        await knex('dora_deployments').where('id', 'like', 'many%').delete();
        const ids = csv.split('\r\n').map(line => line.split(',')[0]);
        expect(ids).toHaveLength(100_500 + 1 + 2);
        expect(new Set(ids).size).toBe(ids.length);
      });

      it('does not know what there is not, or may not be read', async () => {
        for (const id of ['nope', 'a6', 'a7']) {
          await expect(reading.get(`/deployments/${id}`)).rejects.toThrow(
            `No deployment found with id '${id}'`,
          );
        }
      });
    });

    it('explains a deployment with its cause, changes and evidence', async () => {
      const { facts, knex } = reading;
      const sha = (digit: string) => digit.repeat(40);
      await facts.deployment('v1', 'shop', '2026-11-02T10:00:00Z', {
        sha: sha('1'),
      });
      await facts.deployment('v2', 'shop', '2026-11-03T10:00:00Z', {
        sha: sha('2'),
        predecessor: 'v1',
        previousVersion: 'v1',
        changes: 2,
        failed: true,
        recoveredAt: '2026-11-03T10:41:00Z',
        owner: OWNER,
      });
      await facts.deployment('r', 'shop', '2026-11-03T10:41:00Z', {
        version: 'v1',
        kind: 'rollback',
        predecessor: 'v2',
        previousVersion: 'v2',
      });
      await knex('dora_deployments')
        .where('id', 'v2')
        .update({ recovered_by: 'r' });
      await knex('dora_failure_links').insert({
        deployment_id: 'v2',
        method: 'rollback',
        cause_type: 'deployment',
        cause_id: 'r',
      });
      await facts.shipped('v2', 3 * HOUR, {
        stages: { coding: 2 * HOUR, integration: HOUR },
      });
      await facts.shipped('v2', HOUR);
      await facts.event('commit-2', '2026-11-03T10:00:00Z', {
        service: 'shop',
        deployment: 'v2',
        evidence: 'commit 2, image.tag v1 → v2',
      });

      const detail = await reading.get('/deployments/v2');
      expect(detail).toMatchObject({
        id: 'v2',
        ownerRef: OWNER,
        previous: { id: 'v1', version: 'v1', kind: 'normal' },
        next: { id: 'r', version: 'v1', kind: 'rollback' },
        failureLink: {
          method: 'rollback',
          confidence: 'high',
          cause: {
            deployment: {
              id: 'r',
              version: 'v1',
              finishedAt: '2026-11-03T10:41:00Z',
            },
          },
          reason: 'Rollback: v1 first ran here on 2 Nov, before v2 on 3 Nov.',
        },
        overrule: null,
        evidence: [
          {
            source: 'gitops',
            type: 'deployment',
            event: 'commit 2, image.tag v1 → v2',
            at: '2026-11-03T10:00:00Z',
          },
        ],
        explanations: {
          changeLeadTime: 'Both are in v2 and not in v1, which ran before.',
          changeFailRate:
            'Undone by the rollback to v1, 41 min later. It is the only deployment that the rollback undoes.',
          failedDeploymentRecoveryTime:
            'From the end of this deployment to the end of the rollback to v1: 41 min. No incident names it.',
          deploymentReworkRate:
            'Planned. The rollback to v1 counts as rework instead.',
        },
        compareUrl: `https://github.com/acme/shop/compare/${sha('1')}...${sha(
          '2',
        )}`,
      });
      expect(
        detail.shipped.map(
          ({ leadTimeSeconds }: { leadTimeSeconds: number }) => leadTimeSeconds,
        ),
      ).toEqual([3 * HOUR, HOUR]);
      expect(detail.shipped[0].stages).toEqual({
        coding: 2 * HOUR,
        pickup: null,
        review: null,
        integration: HOUR,
        promotion: null,
        rollout: null,
      });
    });

    it('says what a person overruled', async () => {
      const { facts, knex } = reading;
      await facts.deployment('v1', 'shop', '2026-11-02T10:00:00Z', {
        failed: true,
      });
      await facts.event('e', '2026-11-02T10:00:00Z', {
        service: 'shop',
        deployment: 'v1',
      });
      const { seq } = await knex('dora_events').first('seq');
      await knex('dora_overrules').insert({
        event_seq: seq,
        entity_ref: SHOP,
        failed: true,
        reason: 'Customers could not pay',
        by_ref: 'user:default/ada',
        at: Date.parse('2026-11-03T00:00:00Z'),
      });
      await knex('dora_failure_links').insert({
        deployment_id: 'v1',
        method: 'person',
        cause_type: 'person',
        cause_id: '1',
      });
      const overrule = {
        by: 'user:default/ada',
        at: '2026-11-03T00:00:00Z',
        failed: true,
        reason: 'Customers could not pay',
      };
      expect(await reading.get('/deployments/v1')).toMatchObject({
        overrule,
        failureLink: {
          method: 'person',
          confidence: 'certain',
          cause: {},
          overruledBy: overrule,
        },
      });
    });

    it('lists shipped changes, on pages of any size', async () => {
      const { facts } = reading;
      await facts.deployment('d1', 'shop', '2026-11-02T10:00:00Z');
      await facts.deployment('d2', 'till', '2026-11-02T10:00:00Z');
      await facts.deployment('d3', 'secret', '2026-11-02T10:00:00Z');
      await facts.shipped('d1', 1 * HOUR);
      await facts.shipped('d1', 2 * HOUR);
      await facts.shipped('d2', 3 * HOUR);
      await facts.shipped('d3', 4 * HOUR);
      for (const limit of ['1', '2', '50']) {
        const items = await reading.all('/changes', { ...NOVEMBER, limit });
        expect(
          items.map(item => [item.deploymentId, item.leadTimeSeconds]),
        ).toEqual([
          ['d2', 3 * HOUR],
          ['d1', 2 * HOUR],
          ['d1', 1 * HOUR],
        ]);
      }
    });

    it('counts what may not be read, but names none of it', async () => {
      const { facts } = reading;
      await facts.deployment('d1', 'shop', '2026-11-02T10:00:00Z');
      await facts.deployment('d3', 'secret', '2026-11-02T10:00:00Z');
      const stages = { coding: 1 * HOUR };
      await facts.shipped('d1', 1 * HOUR, { stages });
      await facts.shipped('d3', 4 * HOUR, { stages });
      const metrics: any = await reading.get('/metrics', {
        ...NOVEMBER,
        scope: 'all',
      });
      expect(metrics.changeLeadTime.n).toBe(2);
      expect(
        metrics.bottleneck.deployments.map(({ id }: { id: string }) => id),
      ).toEqual(['d1']);
    });

    it('lists incidents that were open in the window', async () => {
      const { facts } = reading;
      const services = [{ name: 'shop' }, { name: 'secret' }];
      const incident = (id: string, from: string, to: string | null) =>
        facts.incident(id, services, from, to);
      await incident('before', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z');
      await incident('into', '2026-10-31T00:00:00Z', '2026-11-01T00:00:00Z');
      await incident('open', '2026-11-30T23:59:59Z', null);
      await incident('after', '2026-12-01T00:00:00Z', null);
      await facts.incident(
        'hidden',
        [{ name: 'secret' }],
        '2026-11-02T00:00:00Z',
        null,
      );
      const items = await reading.all('/incidents', {
        ...NOVEMBER,
        limit: '1',
      });
      expect(items).toMatchObject([
        { id: 'open', resolvedAt: null, entityRefs: [SHOP] },
        { id: 'into', resolvedAt: '2026-11-01T00:00:00Z', entityRefs: [SHOP] },
      ]);
    });

    it('lists services with their metrics and what runs where', async () => {
      const { facts } = reading;
      const owner = OWNER;
      const staging = { environment: 'staging', production: false };
      await facts.deployment('s1', 'shop', '2026-11-02T09:00:00Z', {
        ...staging,
        version: 'v1',
      });
      await facts.deployment('p1', 'shop', '2026-11-02T10:00:00Z', {
        owner,
        version: 'v1',
        failed: true,
        recoveredAt: '2026-11-02T11:00:00Z',
      });
      await facts.deployment('c1', 'shop', '2026-11-02T12:00:00Z', {
        owner,
        version: 'v1',
        kind: 'config',
      });
      // says what ran, not since when anything is known
      await facts.deployment('i0', 'shop', '2026-10-01T10:00:00Z', {
        kind: 'import',
      });
      // before the team owned it
      await facts.deployment('p0', 'shop', '2026-11-01T10:00:00Z', {
        owner: 'group:default/others',
        version: 'v0',
      });
      await facts.shipped('p1', 5 * HOUR, {
        stages: { coding: HOUR, rollout: 4 * HOUR },
      });
      const [shop, till] = await reading.all('/services', {
        ...NOVEMBER,
        limit: '1',
        scope: OWNER,
      });
      expect(shop).toMatchObject({
        entityRef: SHOP,
        ownerRef: OWNER,
        // 710 hours from its first deployment on 1 November, 10:00
        deploymentFrequency: { n: 1, perDay: 1 / (710 / 24) },
        changeLeadTime: {
          n: 1,
          medianSeconds: 5 * HOUR,
          previousMedianSeconds: null,
        },
        changeFailRate: { failed: 1, n: 1, value: 1 },
        failedDeploymentRecoveryTime: { n: 1, meanSeconds: HOUR },
        bottleneck: { stage: 'rollout', share: 0.8 },
        running: [
          {
            environment: 'staging',
            production: false,
            version: 'v1',
            since: '2026-11-02T09:00:00Z',
          },
          {
            environment: 'production',
            production: true,
            version: 'v1',
            since: '2026-11-02T10:00:00Z',
          },
        ],
      });
      expect(till).toMatchObject({
        entityRef: 'component:default/till',
        deploymentFrequency: { n: 0, perDay: null },
        bottleneck: null,
        running: [],
      });
      expect(
        await reading.all('/services', { ...NOVEMBER, limit: '50' }),
      ).toHaveLength(2);
    });

    describe('/excluded', () => {
      const add = (id: string, hour: number, kind: string, more: object = {}) =>
        reading.facts
          .deployment(
            id,
            'shop',
            `2026-11-02T${String(hour).padStart(2, '0')}:00:00Z`,
            { owner: OWNER, kind, ...more },
          )
          .then(() =>
            reading.facts.event(
              `e-${id}`,
              `2026-11-02T${String(hour).padStart(2, '0')}:00:00Z`,
              { service: 'shop', deployment: id },
            ),
          );

      beforeEach(async () => {
        const { facts } = reading;
        await add('normal', 1, 'normal');
        await add('config', 2, 'config');
        await add('redeploy', 3, 'redeploy');
        await add('promotion', 4, 'promotion');
        await add('import', 5, 'import');
        await add('removal', 6, 'removal');
        await add('staging', 7, 'normal', {
          production: false,
          environment: 'staging',
        });
        await add('failure', 8, 'normal', { outcome: 'failure' });
        await add('unresolved', 9, 'normal', { flags: ['unresolved-version'] });
        await add('unknown', 10, 'normal', { flags: ['unknown-commit'] });
        await add('branch', 11, 'normal', { flags: ['unmerged-build'] });
        await facts.event('twice', '2026-11-02T01:02:00Z', {
          service: 'shop',
          deployment: 'normal',
          source: 'cdevents',
          sourceType: 'cdevents',
        });
        await facts.event('older', '2026-11-02T12:00:00Z', {
          service: 'shop',
          superseded: true,
        });
        await facts.event('withdrawn', '2026-11-02T13:00:00Z', {
          service: 'shop',
        });
        await facts.event('billing', '2026-11-02T14:00:00Z', {
          subject: 'cdevents:billing',
        });
        await facts.incident(
          'i',
          [{ name: 'shop' }],
          '2026-11-02T15:00:00Z',
          null,
        );
        await facts.event('i', '2026-11-02T15:00:00Z', {
          type: 'incident',
          service: 'shop',
          source: 'alertmanager',
        });
        await facts.change('waits', {
          mergedAt: Date.parse('2026-11-02T14:00:00Z'),
          repository: 'github.com/acme/shop',
          position: 8,
        });
        await facts.change('reached', {
          mergedAt: Date.parse('2026-11-02T14:30:00Z'),
          repository: 'github.com/acme/shop',
          position: 7,
        });
        await facts.deployment('high', 'shop', '2026-11-02T16:00:00Z', {
          owner: OWNER,
          highWater: 7,
        });
      });

      it.each(['1', '3', '50'])(
        'lists what did not count, newest first, on pages of %s',
        async limit => {
          const items = await reading.all('/excluded', { ...NOVEMBER, limit });
          expect(items.map(({ code }) => code)).toEqual([
            'unknown-service',
            'not-deployed-yet',
            'retracted',
            'superseded',
            'unmerged-build',
            'unknown-commit',
            'unresolved-version',
            'failed-rollout',
            'not-production',
            'removal',
            'import',
            'promotion',
            'redeploy',
            'config',
            'merged',
          ]);
        },
      );

      it.each(['redeploy', 'not-deployed-yet', 'merged'])(
        'lists those with the code %s',
        async code => {
          const items = await reading.all('/excluded', { ...NOVEMBER, code });
          expect(items.map(item => item.code)).toEqual([code]);
        },
      );

      it('names event, reason and deployment', async () => {
        const [merged] = await reading.all('/excluded', {
          ...NOVEMBER,
          code: 'merged',
        });
        expect(merged).toEqual({
          event: {
            source: 'cdevents',
            type: 'deployment',
            subject: 'shop',
            environment: 'production',
            version: 'twice',
            at: '2026-11-02T01:02:00Z',
            deploymentId: 'normal',
          },
          metric: 'all',
          code: 'merged',
          reason: 'Merged: same rollout as GitOps commit, 2 min apart.',
        });
      });

      it('keeps to the scope', async () => {
        const of = async (scope: string) =>
          (await reading.all('/excluded', { ...NOVEMBER, scope })).length;
        // the unknown service belongs to none
        expect(await of(SHOP)).toBe(14);
        expect(await of(OWNER)).toBe(14);
        expect(await of('component:default/till')).toBe(0);
      });

      it('exports them', async () => {
        const csv: string = await reading.get('/excluded', {
          ...NOVEMBER,
          format: 'csv',
        });
        expect(csv.split('\r\n')).toHaveLength(15 + 2);
      });

      it('finds what they mean for the numbers', async () => {
        const { findings } = await reading.get('/data-quality', NOVEMBER);
        expect(
          findings.map(
            ({ id, severity, n, of }: Record<string, unknown>) =>
              `${severity} ${id} ${n}${of === undefined ? '' : ` of ${of}`}`,
          ),
        ).toEqual([
          'warning unresolved-version 1 of 5',
          'info branch-build 1',
          'info not-deployed-yet 1',
          'info unknown-service 1',
        ]);
        expect(findings[3].message).toBe(
          '“billing” matches no component. Counted when the catalog learns it.',
        );
        for (const scope of [SHOP, OWNER]) {
          const own = await reading.get('/data-quality', {
            ...NOVEMBER,
            scope,
          });
          expect(JSON.stringify(own)).not.toContain('billing');
        }
      });
    });

    it('finds what is missing', async () => {
      const { facts, knex } = reading;
      expect(
        (await reading.get('/data-quality', { scope: SHOP })).findings,
      ).toMatchObject([{ id: 'no-source', n: 1 }]);
      await facts.deployment('d1', 'shop', '2026-11-02T10:00:00Z');
      await facts.deployment('d2', 'till', '2026-11-02T10:00:00Z');
      await facts.shipped('d1', HOUR, { openedAt: '2026-11-02T09:00:00Z' });
      await facts.shipped('d1', HOUR, { flags: ['old-commit'] });
      await facts.incident(
        'i',
        [{ name: 'till' }],
        '2026-11-03T00:00:00Z',
        null,
      );
      await knex('dora_sources').insert({
        id: 'gitops:gitops.git',
        type: 'gitops',
        state: 'failing',
        error: 'The remote asks for a password.',
        warnings: '[]',
      });
      const { findings } = await reading.get('/data-quality', NOVEMBER);
      expect(findings).toMatchObject([
        {
          id: 'source-failing',
          n: 1,
          message:
            'Events since its last success are missing. gitops:gitops.git: The remote asks for a password.',
        },
        { id: 'opening-unknown', severity: 'warning', n: 1, of: 2 },
        { id: 'no-incident-source', severity: 'warning', n: 1, of: 2 },
        { id: 'old-commit', severity: 'info', n: 1, of: 2 },
      ]);
      expect((await reading.get('/metrics', NOVEMBER)).dataQuality).toEqual({
        warnings: 3,
        infos: 1,
        findings,
      });
    });
  });
});
