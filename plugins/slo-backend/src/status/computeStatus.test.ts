import type { Series } from '../slos/Slo';
import { PrefixSums } from '../tiles/prefixSums';
import { addSums, noSums, StoredTile } from '../tiles/Tile';
import { computeStatus, statusInstants } from './computeStatus';
import type { AlertState } from './StoredStatus';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const TO = 20_000 * DAY;
const MONTH = 30 * DAY;

const series: Series = {
  id: 1,
  sloId: 'x',
  generation: 1,
  since: 0,
  until: null,
  finalConsumed: null,
  tileSeconds: 300,
  firstStart: TO - 60 * DAY,
  watermark: TO,
  askedTo: null,
  loadedFrom: null,
  sourceFrom: null,
  compactedTo: null,
  judgedTo: null,
  emptyPasses: 0,
  sourceError: null,
  sourceWarnings: [],
};

/** Tiles of five minutes up to now: `of(seconds before now at its end)` gives good and total, or nothing. */
function status(options: {
  of: (age: number) => { good: number; total: number } | undefined;
  series?: Partial<Series>;
  previousAlerts?: AlertState[];
  objective?: number;
  isStale?: boolean;
}) {
  const { objective = 0.99, isStale = false } = options;
  const tiles: StoredTile[] = [];
  let cum = noSums;
  for (let end = TO - 31 * DAY; end <= TO; end += 300) {
    const sums = options.of(TO - end);
    if (sums) {
      const tile = { end, seconds: 300, covered: 300, anomalies: 0, ...sums };
      cum = addSums(cum, tile);
      tiles.push({ ...tile, cum });
    }
  }
  const prefix = new PrefixSums(tiles);
  return computeStatus({
    to: TO,
    windowSeconds: MONTH,
    objective,
    series: { ...series, ...options.series },
    isStale,
    prefixes: new Map(
      statusInstants({ to: TO, windowSeconds: MONTH, objective }).map(at => [
        at,
        prefix.at(at),
      ]),
    ),
    previousAlerts: options.previousAlerts ?? [],
    partialSince: null,
    gapPolicy: 'gap',
  });
}
const fine = { good: 100, total: 100 };

describe('computeStatus', () => {
  it('sums the window and the burn rates', () => {
    // ten per cent fail for the last hour: 12 tiles of 100
    const { sums, burnRates, state } = status({
      of: age => (age < HOUR ? { good: 90, total: 100 } : fine),
    });
    expect(state).toBe('ok');
    expect(sums.total - sums.good).toBe(120);
    expect(sums.total).toBe(864_000);
    expect(burnRates).toEqual([
      { seconds: HOUR, value: expect.closeTo(10, 9) },
      { seconds: 6 * HOUR, value: expect.closeTo(10 / 6, 9) },
      { seconds: DAY, value: expect.closeTo(10 / 24, 9) },
      { seconds: 3 * DAY, value: expect.closeTo(10 / 72, 9) },
    ]);
  });

  it.each([
    { name: 'a page: 20 % for an hour', share: 0.8, firing: [HOUR] },
    { name: 'nothing at 14 %', share: 0.86, firing: [] },
  ])('alerts: $name', ({ share, firing }) => {
    const { alerts } = status({
      of: age => (age < HOUR ? { good: 100 * share, total: 100 } : fine),
    });
    expect(
      alerts.filter(alert => alert.firing).map(alert => alert.longSeconds),
    ).toEqual(firing);
  });

  it('does not fire once the short window has recovered', () => {
    const { alerts } = status({
      of: age => (age >= 300 && age < HOUR ? { good: 0, total: 100 } : fine),
    });
    expect(alerts[0]).toMatchObject({ longSeconds: HOUR, firing: false });
    expect(alerts[0].longBurn).toBeGreaterThan(14.4);
  });

  it('does not fire on windows of which too little is measured', () => {
    const { alerts } = status({
      of: age => {
        if (age < 600) {
          return { good: 0, total: 100 };
        }
        return age < HOUR ? undefined : fine;
      },
    });
    expect(alerts[0].firing).toBe(false);
  });

  it('keeps since when an alert fires', () => {
    const of = (age: number) => (age < HOUR ? { good: 50, total: 100 } : fine);
    const [first] = status({ of }).alerts;
    expect(first.since).toBe(TO);
    const [later] = status({
      of,
      previousAlerts: [{ ...first, since: TO - 600 }],
    }).alerts;
    expect(later.since).toBe(TO - 600);
  });

  it('leaves alerts as they are while the newest tile is old', () => {
    const [calm] = status({ of: () => fine }).alerts;
    const { alerts, sums } = status({
      of: age => (age < HOUR ? { good: 50, total: 100 } : fine),
      previousAlerts: [calm],
      isStale: true,
    });
    expect(alerts).toEqual([calm]);
    // numbers are shown as far as they are known: 12 tiles of 50 failures
    expect(sums.total - sums.good).toBe(600);
  });

  it.each([
    { name: 'nothing measured', of: () => undefined, state: 'empty' },
    {
      name: 'measured, but no requests',
      of: () => ({ good: 0, total: 0 }),
      state: 'no-traffic',
    },
    {
      name: 'a sixth missing',
      of: (age: number) => (age < 5 * DAY ? undefined : fine),
      state: 'partial',
    },
    { name: 'all there', of: () => fine, state: 'ok' },
    {
      name: 'ten days not loaded yet',
      of: (age: number) => (age < 20 * DAY ? fine : undefined),
      series: { loadedFrom: TO - 20 * DAY, sourceFrom: TO - 90 * DAY },
      state: 'backfilling',
    },
    {
      name: 'the source holds no more',
      of: (age: number) => (age < 20 * DAY ? fine : undefined),
      series: {
        loadedFrom: TO - 20 * DAY,
        sourceFrom: TO - 20 * DAY,
        firstStart: TO - 20 * DAY,
      },
      state: 'ok',
    },
    {
      name: 'only what the window does not need is missing',
      of: () => fine,
      series: { loadedFrom: TO - 31 * DAY, sourceFrom: TO - 90 * DAY },
      state: 'ok',
    },
  ])('$name: $state', ({ of, series: known, state }) => {
    expect(status({ of, series: known }).state).toBe(state);
  });

  it('measures a new service from its first tile', () => {
    const { coverage } = status({
      of: age => (age < DAY ? fine : undefined),
      series: { firstStart: TO - DAY },
    });
    expect(coverage).toBe(1);
  });

  it('says how much of the window is loaded', () => {
    const { loaded, alerts } = status({
      of: age => (age < 18 * DAY ? { good: 0, total: 100 } : undefined),
      series: { loadedFrom: TO - 18 * DAY, sourceFrom: TO - 90 * DAY },
    });
    expect(loaded).toBeCloseTo(0.6, 9);
    // frozen: nothing is judged
    expect(alerts).toEqual([]);
  });
});
