import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import { latency } from '../__fixtures__/slos';
import { states } from '../__fixtures__/states';
import { sloNotes } from './sloNotes';

const together = (...budgets: EntityBudget[]): EntityBudget => ({
  ...states.ordinary,
  slos: budgets.flatMap(({ slos }) => slos),
  problems: budgets.flatMap(({ problems }) => problems),
});

const kinds = (budget: EntityBudget) =>
  sloNotes(budget).map(note =>
    note.kind === 'policy' ? note.effect : note.kind,
  );

describe('sloNotes', () => {
  it.each([
    ['noTraffic', []],
    ['empty', []],
    ['allBroken', ['documentError']],
    ['stale', ['stale', 'review']],
    ['backfilling', ['backfilling']],
    ['newQuery', ['newQuery']],
    ['documentError', ['documentError', 'review']],
    ['page', ['page', 'review']],
    ['freeze', ['freeze']],
    ['partial', ['partial']],
  ] as const)('of %s are %p', (name, expected) => {
    expect(kinds(states[name])).toEqual(expected);
  });

  it('puts them in the order of urgency', () => {
    expect(
      kinds(
        together(
          states.partial,
          states.newQuery,
          states.backfilling,
          states.stale,
          states.freeze,
          states.page,
          states.documentError,
        ),
      ),
    ).toEqual([
      'documentError',
      'page',
      'freeze',
      'stale',
      'backfilling',
      'newQuery',
      'review',
      'review',
      'review',
      'partial',
    ]);
  });

  it('says once what is true of several SLOs', () => {
    const [stale] = states.stale.slos;
    const notes = sloNotes({
      ...states.stale,
      slos: [stale, { ...latency, data: stale.data }],
    });
    expect(notes[0]).toMatchObject({
      kind: 'stale',
      slos: [{ name: 'availability' }, { name: 'latency' }],
    });
    expect(notes.filter(({ kind }) => kind === 'stale')).toHaveLength(1);
  });

  it('names the largest gap, not the newest', () => {
    expect(sloNotes(states.partial)).toMatchObject([
      { largestGap: { from: '2026-11-06T01:00:00Z' } },
    ]);
  });

  it('takes the alert that is furthest above its limit', () => {
    const [slo] = states.page.slos;
    const alerts = slo.alerts.map(alert => ({
      ...alert,
      firing: true,
      longBurn: 15,
    }));
    expect(
      sloNotes({ ...states.page, slos: [{ ...slo, alerts }] }),
    ).toMatchObject(
      // 15 is 2.5 times the limit of 6 and just above that of 14.4.
      [{ kind: 'page', alert: { factor: 6 } }, { kind: 'policy' }],
    );
  });

  it('says nothing of an earlier query once the window is full again', () => {
    const [slo] = states.newQuery.slos;
    expect(
      sloNotes({
        ...states.newQuery,
        slos: [{ ...slo, sparkline: latency.sparkline }],
      }),
    ).toEqual([]);
  });
});
