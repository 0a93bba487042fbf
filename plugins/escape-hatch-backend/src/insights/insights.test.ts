import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { hatchRecord } from '../__testUtils__/hatchRecord';
import { testSettings } from '../__testUtils__/testSettings';
import { CheckStore } from '../checks/CheckStore';
import { openDatabase } from '../database/openDatabase';
import { IssueStore } from '../github/IssueStore';
import type { HatchRecord } from '../requests/HatchRecord';
import { toRequestRow } from '../requests/RequestRow';
import { ClosableStore } from './ClosableStore';
import { DemandStore } from './DemandStore';
import { demandSignal } from './demandSignal';
import { InsightReader } from './InsightReader';

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-24T12:00:00Z');
const DAY = 86_400_000;
const days = (count: number) => NOW - count * DAY;

describe('demandSignal', () => {
  it.each([
    [3, 3, 4, true],
    [2, 9, 19, false],
    [2, 2, 20, true],
    [2, 1, 20, false],
    [1, 3, 21, true],
    [1, 2, 21, false],
    [2, 2, 0, false],
  ])(
    '%d teams for %d of %d services: %s',
    (teams, services, servicesTotal, expected) => {
      expect(demandSignal({ teams, services, servicesTotal })).toBe(expected);
    },
  );
});

describe('insights', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let number: number;
    let servicesTotal: number;
    const settings = testSettings({
      timeZone: 'Europe/London',
      issues: { repository: 'https://github.com/acme/platform' },
      rules: [{ id: 'read-only-root', aliases: ['readonly-fs'] }],
    });

    beforeEach(async () => {
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      number = 0;
      servicesTotal = 10;
    });

    /** A request of a team for a service, ten days old. */
    const add = async (
      team: string,
      service: string,
      rules: string[],
      changes: Partial<HatchRecord> & { stalled?: boolean } = {},
    ): Promise<string> => {
      number++;
      const record = hatchRecord({
        id: `request-${number}`,
        number,
        entityRef: `component:default/${service}`,
        owners: [`group:default/${team}`],
        submittedAt: days(10),
        ...changes,
      });
      await knex('escape_hatch_requests').insert({
        ...toRequestRow(record),
        last_used_at: record.lastUsedAt,
      });
      await knex('escape_hatch_request_rules').insert(
        rules.map(rule => ({ request_id: record.id, rule })),
      );
      return record.id;
    };
    const active = (since: number): Partial<HatchRecord> => ({
      status: 'approved',
      activeFrom: days(since),
    });
    const read = () =>
      new InsightReader({
        demand: new DemandStore({ knex, settings }),
        closable: new ClosableStore({ knex, settings }),
        issues: new IssueStore({ knex }),
        entities: { count: async () => servicesTotal },
        clock: { now: () => NOW },
        settings,
      }).read();

    it('counts the demand of 90 days per rule', async () => {
      await add('ml-team', 'trainer', ['read-only-root', 'probes']);
      await add('ml-team', 'trainer', ['read-only-root'], active(5));
      // By its old id, and by both: the same rule, once.
      await add('web-team', 'shop', ['readonly-fs']);
      await add('data-team', 'lake', ['readonly-fs', 'read-only-root'], {
        status: 'rejected',
      });
      // The first instant of the period counts, the one before it does not.
      await add('data-team', 'pipe', ['probes'], { submittedAt: days(90) });
      await add('old-team', 'old', ['probes'], { submittedAt: days(90) - 1 });
      // Neither do drafts, withdrawn ones, and rules that are no more.
      await add('web-team', 'shop', ['probes'], {
        status: 'draft',
        submittedAt: null,
      });
      await add('web-team', 'shop', ['probes'], { status: 'withdrawn' });
      await add('web-team', 'shop', ['gone-rule']);

      expect(await read()).toMatchObject({
        from: '2026-08-26T12:00:00Z',
        to: '2026-11-24T12:00:00Z',
        timeZone: 'Europe/London',
        servicesTotal: 10,
        issues: true,
        rules: [
          {
            rule: 'read-only-root',
            title: settings.rules.get('read-only-root')!.title,
            requests: 4,
            active: 1,
            owners: [
              'group:default/data-team',
              'group:default/ml-team',
              'group:default/web-team',
            ],
            services: [
              'component:default/lake',
              'component:default/shop',
              'component:default/trainer',
            ],
            numbers: [1, 2, 3, 4],
            signal: 'golden-path-needs-updating',
            teamsBelow: 0,
          },
          {
            rule: 'probes',
            requests: 2,
            active: 0,
            owners: ['group:default/data-team', 'group:default/ml-team'],
            services: ['component:default/pipe', 'component:default/trainer'],
            numbers: [1, 5],
            signal: null,
            teamsBelow: 1,
          },
        ],
      });
      expect((await read()).rules).toHaveLength(2);
    });

    it('signals a tenth of the services from 20 on', async () => {
      await add('ml-team', 'a', ['probes']);
      await add('ml-team', 'b', ['probes']);
      const signals = async () => {
        const { rules } = await read();
        return rules.map(({ signal, teamsBelow }) => [signal, teamsBelow]);
      };
      servicesTotal = 19;
      expect(await signals()).toEqual([[null, 2]]);
      servicesTotal = 20;
      expect(await signals()).toEqual([['golden-path-needs-updating', 0]]);
      servicesTotal = 21;
      expect(await signals()).toEqual([[null, 2]]);
    });

    it('names the newest 50 requests and counts all', async () => {
      for (let count = 0; count < 60; count++) {
        await add('ml-team', `s${count}`, ['probes']);
      }
      const [{ requests, numbers, services }] = (await read()).rules;
      expect(requests).toBe(60);
      expect(services).toHaveLength(60);
      expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => n + 11));
    });

    it('puts more teams first, then more requests, then the name', async () => {
      await add('a', 's', ['probes', 'resource-limits']);
      await add('a', 's', ['terraform-only']);
      await add('a', 's', ['terraform-only']);
      await add('a', 's', ['slo-required']);
      await add('b', 's', ['slo-required']);
      expect((await read()).rules.map(({ rule }) => rule)).toEqual([
        'slo-required',
        'terraform-only',
        'probes',
        'resource-limits',
      ]);
    });

    it('finds what no gate has used for 30 days', async () => {
      const older = await add('a', 's', ['probes'], active(40));
      const unused = await add(
        'a',
        's',
        ['terraform-only', 'probes'],
        active(30),
      );
      await add('a', 's', ['probes'], active(29));
      await add('a', 's', ['probes'], { ...active(40), lastUsedAt: days(39) });
      await add('a', 's', ['probes'], { ...active(40), expiresAt: NOW });
      await add('a', 's', ['probes'], { ...active(40), status: 'revoked' });
      const insights = await read();
      expect(insights.unused).toEqual([older, unused]);
      expect(insights.closable).toEqual([
        {
          id: older,
          number: 1,
          entityRef: 'component:default/s',
          rules: ['probes'],
          reason: 'unused',
          since: '2026-10-15T12:00:00Z',
        },
        {
          id: unused,
          number: 2,
          entityRef: 'component:default/s',
          rules: ['probes', 'terraform-only'],
          reason: 'unused',
          since: '2026-10-25T12:00:00Z',
        },
      ]);
    });

    it('finds what is not needed: all its checks pass without it', async () => {
      const checks = new CheckStore({ knex });
      const check = async (
        service: string,
        rule: string,
        passes: boolean,
        from: number,
        to = 0,
      ) => {
        for (const observedAt of [days(from), days(to)]) {
          const entityRef = `component:default/${service}`;
          await checks.note({ entityRef, rule, passes, observedAt });
        }
      };
      await check('fine', 'probes', true, 20);
      await check('fine', 'read-only-root', true, 7);
      await check('half', 'probes', true, 20);
      await check('half', 'read-only-root', false, 20);
      await check('unheard', 'probes', true, 60, 30);
      await check('heard', 'probes', true, 60, 29);

      const fine = await add('a', 'fine', ['probes', 'readonly-fs'], active(5));
      await add('a', 'half', ['probes', 'read-only-root'], active(5));
      await add('a', 'unknown', ['probes'], active(5));
      await add('a', 'unheard', ['probes'], active(5));
      const heard = await add('a', 'heard', ['probes'], active(5));
      await add('a', 'fine', ['terraform-only'], active(5));
      await add('a', 'fine', ['probes'], { ...active(5), expiresAt: NOW });
      await add('a', 'fine', ['probes']);
      const insights = await read();
      expect(insights.notNeeded).toEqual([heard, fine]);
      expect(insights.closable).toEqual([
        expect.objectContaining({
          id: heard,
          reason: 'not-needed',
          since: '2026-09-25T12:00:00Z',
        }),
        expect.objectContaining({
          id: fine,
          reason: 'not-needed',
          since: '2026-11-17T12:00:00Z',
        }),
      ]);
    });

    it('has nothing to say of an empty database', async () => {
      expect(await read()).toMatchObject({
        rules: [],
        unused: [],
        notNeeded: [],
        closable: [],
      });
    });
  });
});
