import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { FactTables } from '../__testUtils__/FactTables';
import { openDatabase } from '../database/openDatabase';
import { RollDays } from '../rollups/RollDays';
import { RollupStore } from '../rollups/RollupStore';
import type { Scope } from '../scope/Scope';
import { BottleneckReader } from './BottleneckReader';
import { FactReader } from './FactReader';
import { IncidentReader } from './IncidentReader';
import { LocalCalendar } from './LocalCalendar';
import { MetricsReader } from './MetricsReader';
import { ObservationReader } from './ObservationReader';
import { SliceReader } from './SliceReader';

jest.setTimeout(120_000);

const ZONE = 'Europe/London';
const HOUR = 3_600;
const DAY = 86_400;
const ALL: Scope = { kind: 'all', ref: 'all' };
const TEAM: Scope = {
  kind: 'owners',
  ref: 'group:default/team',
  owners: ['group:default/team', 'group:default/squad'],
};
const SHOP: Scope = {
  kind: 'services',
  ref: 'component:default/shop',
  entityRefs: ['component:default/shop'],
};

function readerOf(knex: Knex) {
  const calendar = new LocalCalendar(ZONE);
  const facts = new FactReader(knex);
  const rollups = new RollupStore({ knex, timeZone: ZONE });
  const slices = new SliceReader({ facts, rollups, calendar });
  return {
    rolling: new RollDays({ store: rollups, facts, calendar }),
    metrics: new MetricsReader({
      slices,
      incidents: new IncidentReader(knex),
      observations: new ObservationReader(knex),
      bottlenecks: new BottleneckReader(knex),
      calendar,
      reportYear: 2024,
    }),
  };
}

describe('MetricsReader', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let facts: FactTables;
    const read = async (
      scope: Scope,
      from: string,
      to: string,
      granularity: 'day' | 'week' | 'month' = 'day',
    ) => {
      const window = { from: Date.parse(from), to: Date.parse(to) };
      const { metrics } = await readerOf(knex).metrics.read({
        scope,
        window,
        granularity,
      });
      return metrics;
    };
    const roll = (now = '2027-01-01T00:00:00Z') =>
      readerOf(knex).rolling.run({ now: Date.parse(now) });

    beforeEach(async () => {
      knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      facts = new FactTables(knex, ZONE);
    });
    afterEach(() => knex.destroy());

    /**
     * Two weeks from Monday 2 to Sunday 15 November 2026, in a zone without offset then. The shop deploys on Monday,
     * Tuesday and Wednesday of the first week and on Monday of the second; the till once.
     */
    async function fill() {
      const owner = 'group:default/team';
      await facts.deployment('s0', 'shop', '2026-10-20T12:00:00Z', { owner });
      await facts.deployment('s1', 'shop', '2026-11-02T00:00:00Z', {
        owner,
        changes: 2,
      });
      await facts.deployment('s2', 'shop', '2026-11-03T10:00:00Z', {
        owner,
        changes: 1,
        failed: true,
        recoveredAt: '2026-11-03T12:00:00Z',
      });
      await facts.deployment('s3', 'shop', '2026-11-03T12:00:00Z', {
        owner,
        kind: 'rollback',
      });
      await facts.deployment('s4', 'shop', '2026-11-04T09:00:00Z', {
        owner,
        changes: 1,
        failed: true,
      });
      await facts.deployment('s5', 'shop', '2026-11-09T09:00:00Z', { owner });
      await facts.deployment('s6', 'shop', '2026-11-09T10:00:00Z', {
        owner,
        kind: 'redeploy',
      });
      await facts.deployment('s7', 'shop', '2026-11-09T11:00:00Z', {
        owner,
        kind: 'config',
      });
      await facts.deployment('s8', 'shop', '2026-11-09T12:00:00Z', {
        owner,
        outcome: 'failure',
      });
      await facts.deployment('s9', 'shop', '2026-11-09T13:00:00Z', {
        owner,
        environment: 'staging',
        production: false,
        flags: ['unmerged-build'],
      });
      await facts.deployment('t1', 'till', '2026-11-05T09:00:00Z', {
        owner: 'group:default/squad',
        changes: 1,
      });
      // at the end of the window, which is half-open
      await facts.deployment('s10', 'shop', '2026-11-16T00:00:00Z', { owner });
      await facts.shipped('s1', 10 * HOUR, {
        stages: { coding: 9 * HOUR, integration: HOUR },
      });
      await facts.shipped('s1', 20 * HOUR, {
        stages: { coding: 4 * HOUR, integration: 16 * HOUR },
        flags: ['old-commit'],
      });
      await facts.shipped('s2', 2 * DAY, {
        stages: { coding: HOUR, integration: 47 * HOUR },
      });
      await facts.shipped('s4', HOUR, {
        stages: { coding: HOUR },
        openedAt: '2026-11-04T08:30:00Z',
      });
      await facts.shipped('t1', 4 * HOUR, {
        stages: { coding: HOUR, integration: 3 * HOUR },
      });
      await facts.incident(
        'i1',
        [
          { name: 'shop', owner },
          { name: 'till', owner: 'group:default/squad' },
        ],
        '2026-11-03T10:30:00Z',
        '2026-11-03T11:30:00Z',
      );
      await facts.incident(
        'i2',
        [{ name: 'till', owner: 'group:default/squad' }],
        '2026-11-14T00:00:00Z',
        '2026-11-17T00:00:00Z',
      );
    }
    const WINDOW = ['2026-11-02T00:00:00Z', '2026-11-16T00:00:00Z'] as const;

    it('computes the metrics of a component by hand', async () => {
      await fill();
      const metrics = await read(SHOP, ...WINDOW);
      expect(metrics).toMatchObject({
        scope: 'component:default/shop',
        from: '2026-11-02T00:00:00Z',
        to: '2026-11-16T00:00:00Z',
        observedFrom: '2026-10-20T12:00:00Z',
        deploymentFrequency: {
          // s1 to s5, over 14 days
          n: 5,
          perDay: 5 / 14,
          perWeek: 2.5,
          // three days in the first week, one in the second
          medianDaysPerWeek: 2,
          band: { level: 'high', reportYear: 2024 },
          // s0; observed from 20 October, 12:00, which is 12.5 days before the window
          previous: { n: 1, perDay: 1 / 12.5, band: null },
        },
        changeLeadTime: {
          // 1, 10, 20 and 48 h: the median is 15 h, p90 at rank 2.7 is 20 + 0.7 × 28
          n: 4,
          meanSeconds: (79 / 4) * HOUR,
          medianSeconds: 15 * HOUR,
          p90Seconds: 39.6 * HOUR,
          band: null,
          previous: { n: 0, meanSeconds: null, medianSeconds: null },
        },
        // s2 and s4 among five without the rollback
        changeFailRate: { failed: 2, n: 4, value: 0.5, band: null },
        failedDeploymentRecoveryTime: {
          n: 1,
          meanSeconds: 2 * HOUR,
          medianSeconds: 2 * HOUR,
          open: 1,
          band: null,
        },
        deploymentReworkRate: { rework: 1, n: 5, value: 0.2, band: null },
        timeToRestore: { n: 1, meanSeconds: HOUR, open: 0 },
        // coding 9 + 4 + 1 + 1 = 15 h, integration 1 + 16 + 47 = 64 h
        bottleneck: {
          stage: 'integration',
          share: 64 / 79,
          deployments: [
            {
              id: 's2',
              changes: 1,
              medianSeconds: 47 * HOUR,
              share: 47 / 64,
            },
            {
              id: 's1',
              changes: 2,
              medianSeconds: 8.5 * HOUR,
              share: 17 / 64,
            },
          ],
        },
        deployment_frequency: 5 / 14,
        lead_time_hours: 79 / 4,
      });
      expect(metrics.changeLeadTime.histogram.map(({ n }) => n)).toEqual([
        0, 1, 0, 2, 0, 1, 0, 0, 0, 0,
      ]);
      expect(metrics.series).toHaveLength(14);
      expect(metrics.series[1]).toEqual({
        from: '2026-11-03T00:00:00Z',
        to: '2026-11-04T00:00:00Z',
        deployments: 2,
        leadTimeMedianSeconds: 2 * DAY,
        changes: 1,
        failed: 1,
        failable: 1,
        rework: 1,
        recoveries: 1,
        recoveryMedianSeconds: 2 * HOUR,
      });
      expect(metrics.previousSeries).toHaveLength(14);
    });

    it.each([
      ['all services', ALL, 6, 5, 1],
      ['a group with its descendants', TEAM, 6, 5, 1],
      [
        'a nested group alone',
        {
          kind: 'owners',
          ref: 'group:default/squad',
          owners: ['group:default/squad'],
        } as Scope,
        1,
        1,
        1,
      ],
    ])(
      'counts the same from rollups as from facts: %s',
      async (_, scope, deployments, changes, restored) => {
        await fill();
        const fromFacts = await read(scope, ...WINDOW);
        expect(await roll()).toBe(9);
        expect(await roll()).toBe(0);
        // what the rollups say is used: the facts alone do not know it any more
        await knex('dora_shipped').update({ lead_seconds: 1, coding: 1 });
        const fromRollups = await read(scope, ...WINDOW);
        expect({ ...fromRollups, bottleneck: null }).toEqual({
          ...fromFacts,
          bottleneck: null,
        });
        expect(fromRollups.deploymentFrequency.n).toBe(deployments);
        expect(fromRollups.changeLeadTime.n).toBe(changes);
        // the incident of two teams is one
        expect(fromRollups.timeToRestore).toMatchObject({
          n: restored,
          open: 1,
        });
      },
    );

    it('reads parts of days from the facts', async () => {
      await fill();
      await roll();
      const metrics = await read(
        ALL,
        '2026-11-03T11:00:00Z',
        '2026-11-09T09:30:00Z',
      );
      // the rollback, s4, t1 and s5
      expect(metrics.deploymentFrequency.n).toBe(4);
      // s2 had finished before, but recovered within; s4 has not recovered
      expect(metrics.failedDeploymentRecoveryTime).toMatchObject({
        n: 1,
        open: 1,
      });
      expect(metrics.changeFailRate).toMatchObject({ failed: 1, n: 3 });
      expect(metrics.deploymentFrequency.medianDaysPerWeek).toBeNull();
      expect(metrics.series[0]).toMatchObject({
        from: '2026-11-03T11:00:00Z',
        to: '2026-11-04T00:00:00Z',
        deployments: 1,
      });
      expect(metrics.previousSeries[0].from).toBe('2026-10-28T12:30:00Z');
    });

    it('sees a late event at once, and again in the next rollup', async () => {
      await fill();
      await roll();
      await facts.deployment('late', 'till', '2026-11-05T10:00:00Z', {
        owner: 'group:default/squad',
      });
      expect((await read(ALL, ...WINDOW)).deploymentFrequency.n).toBe(7);
      expect(await roll()).toBe(1);
      expect((await read(ALL, ...WINDOW)).deploymentFrequency.n).toBe(7);
    });

    it('leaves a day that is not over to the facts', async () => {
      await fill();
      await roll('2026-11-09T23:59:00Z');
      const days = await knex('dora_days').whereNotNull('rolled_version');
      expect(days.map(({ day }) => day)).not.toContain('2026-11-09');
      expect(days.map(({ day }) => day)).toContain('2026-11-05');
    });

    it('rolls up what is over, however many days are still to come', async () => {
      await fill();
      await knex('dora_days').insert(
        Array.from({ length: 150 }, (_, index) => ({
          day: `${2100 + index}-01-01`,
          version: 1,
        })),
      );
      expect(await roll()).toBe(9);
    });

    it('rolls up the same on two replicas at once', async () => {
      await fill();
      const fromFacts = await read(ALL, ...WINDOW);
      await Promise.all([roll(), roll()]);
      // two of the nine days have incidents only, which are not rolled up
      expect(await knex('dora_rollups').where('owner_ref', '*')).toHaveLength(
        7,
      );
      expect(await read(ALL, ...WINDOW)).toEqual(fromFacts);
    });

    it('does not store a rollup of facts that have changed', async () => {
      await fill();
      const store = new RollupStore({ knex, timeZone: ZONE });
      const [stale] = await store.stale(1, '2027-01-01');
      await knex('dora_days')
        .where('day', stale.day)
        .update({ version: stale.version + 1 });
      expect(await store.replace({ ...stale, byOwner: new Map() })).toBe(false);
    });

    it('gives up rollups of another time zone', async () => {
      await fill();
      const calendar = new LocalCalendar('Pacific/Auckland');
      const reader = new FactReader(knex);
      const store = new RollupStore({
        knex,
        timeZone: 'Pacific/Auckland',
      });
      await new RollDays({ store, facts: reader, calendar }).run({
        now: Date.parse('2027-01-01T00:00:00Z'),
      });
      expect((await read(ALL, ...WINDOW)).deploymentFrequency.n).toBe(6);
      await roll();
      expect((await read(ALL, ...WINDOW)).deploymentFrequency.n).toBe(6);
      expect(await knex('dora_days').distinct('rolled_as')).toEqual([
        { rolled_as: '1 Europe/London' },
      ]);
    });

    it('keeps what was a team’s when a service changes hands', async () => {
      await facts.deployment('a', 'shop', '2026-11-03T10:00:00Z', {
        owner: 'group:default/old',
      });
      await facts.deployment('b', 'shop', '2026-11-04T10:00:00Z', {
        owner: 'group:default/new',
      });
      await roll();
      for (const team of ['old', 'new']) {
        const ref = `group:default/${team}`;
        const scope: Scope = { kind: 'owners', ref, owners: [ref] };
        const { deploymentFrequency } = await read(scope, ...WINDOW);
        expect(deploymentFrequency.n).toBe(1);
      }
    });

    it('has null, not 0, where there is nothing to divide by', async () => {
      const nothing = await read(ALL, ...WINDOW);
      expect(nothing).toMatchObject({
        observedFrom: null,
        deploymentFrequency: { n: 0, perDay: null, band: null, previous: null },
        changeLeadTime: { n: 0, meanSeconds: null, previous: null },
        changeFailRate: { failed: 0, n: 0, value: null },
        failedDeploymentRecoveryTime: { n: 0, open: 0, medianSeconds: null },
        deploymentReworkRate: { value: null },
        score: null,
        bottleneck: null,
        deployment_frequency: null,
        lead_time_hours: null,
      });
      // a rollback alone has no changes that could fail, but is a deployment
      await facts.deployment('r', 'shop', '2026-11-03T00:00:00Z', {
        kind: 'rollback',
      });
      expect(await read(ALL, ...WINDOW)).toMatchObject({
        deploymentFrequency: { n: 1, perDay: 1 / 13, previous: null },
        changeFailRate: { n: 0, value: null },
        deploymentReworkRate: { n: 1, value: 1 },
      });
    });

    it('counts an incident that is open at the end of the window', async () => {
      await facts.deployment('a', 'shop', '2026-11-14T10:00:00Z', {
        failed: true,
        recoveredAt: '2026-11-17T10:00:00Z',
      });
      await facts.incident(
        'i',
        [{ name: 'shop' }],
        '2026-11-14T11:00:00Z',
        '2026-11-17T10:00:00Z',
      );
      expect(await read(ALL, ...WINDOW)).toMatchObject({
        failedDeploymentRecoveryTime: { n: 0, open: 1 },
        timeToRestore: { n: 0, open: 1 },
      });
      expect(
        await read(ALL, '2026-11-16T00:00:00Z', '2026-11-30T00:00:00Z'),
      ).toMatchObject({
        failedDeploymentRecoveryTime: { n: 1, open: 0, meanSeconds: 3 * DAY },
        timeToRestore: { n: 1, open: 0 },
        changeFailRate: { failed: 0 },
      });
    });
  });
});
