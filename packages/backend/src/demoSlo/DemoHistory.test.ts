import { mockServices } from '@backstage/backend-test-utils';
import type {
  SloApi,
  SloSample,
} from '@golden-path/backstage-plugin-slo-common';
import { startSloHost } from '../__testUtils__/startSloHost';
import { apiServiceSeries } from './apiServiceSeries';
import { DemoHistory } from './DemoHistory';

jest.setTimeout(120_000);

const ENTITY = 'component:default/api-service';
const DAY_MS = 86_400_000;
const { signal } = new AbortController();

/** Passes calls on, notes them, and fails the given one. */
function watched(api: SloApi, failing?: number) {
  const calls: { id: string; samples: SloSample[] }[] = [];
  return {
    calls,
    getEntityBudget: (ref: string) => api.getEntityBudget(ref),
    async pushSamples(id: string, samples: SloSample[]) {
      calls.push({ id, samples });
      if (calls.length === failing) {
        throw new TypeError('fetch failed');
      }
      return api.pushSamples(id, samples);
    },
  };
}

function demoHistory(
  api: Pick<SloApi, 'getEntityBudget' | 'pushSamples'>,
  entityRef = ENTITY,
) {
  const logger = mockServices.logger.mock();
  const history = new DemoHistory({
    api,
    logger,
    entityRef,
    series: apiServiceSeries,
  });
  const said = () => logger.info.mock.calls.map(([message]) => message);
  return { history, said };
}

describe('DemoHistory', () => {
  let host: Awaited<ReturnType<typeof startSloHost>>;
  beforeEach(async () => {
    host = await startSloHost({
      components: ['api-service', 'special-ml-workload'],
    });
  });
  afterEach(() => host.stop());

  it('fills five weeks, and after a restart only what is missing', async () => {
    // Finished tiles only: the running minute must not end meanwhile.
    const now = new Date(Date.now() - 120_000);
    const first = watched(host.api);
    const { history, said } = demoHistory(first);
    await history.run(signal, () => now);

    const until = Math.floor(now.getTime() / 60_000) * 60_000;
    const from = Math.floor((until - 35 * DAY_MS) / DAY_MS) * DAY_MS;
    const perSlo = (until - from) / 60_000;
    expect(first.calls.map(({ samples }) => samples.length)).toEqual([
      ...new Array(5).fill(10_000),
      perSlo - 50_000,
      ...new Array(5).fill(10_000),
      perSlo - 50_000,
    ]);
    expect(said()).toHaveLength(4);

    const { slos } = await host.api.getEntityBudget(ENTITY);
    const status = Object.fromEntries(slos.map(slo => [slo.name, slo]));
    expect(status.availability).toMatchObject({
      policy: { active: { effect: 'review', threshold: 0.5 } },
      data: {
        state: 'ok',
        coverage: 1,
        watermark: new Date(until).toISOString().replace('.000', ''),
        source: { type: 'push', name: 'demo-ci', demo: true },
      },
    });
    expect(status.availability.budget.remaining).toBeGreaterThan(0.36);
    expect(status.availability.budget.remaining).toBeLessThan(0.4);
    expect(status.latency.budget.remaining).toBeGreaterThan(0.7);
    expect(status.latency.budget.remaining).toBeLessThan(0.74);
    const changes = await host.api.getPolicyHistory(status.availability.id);
    expect(changes.items).toHaveLength(1);

    // The same minute again, then the next one, by this process and by the next.
    await history.run(signal, () => now);
    expect(first.calls).toHaveLength(12);
    const later = new Date(now.getTime() + 60_000);
    const second = watched(host.api);
    await demoHistory(second).history.run(signal, () => later);
    await history.run(signal, () => later);
    expect(second.calls.map(({ samples }) => samples.length)).toEqual([1, 1]);
    expect(first.calls).toHaveLength(12);

    // What was sent before is what would be sent now.
    const again = await host.api.pushSamples(
      first.calls[3].id,
      first.calls[3].samples,
    );
    expect(again).toEqual({ accepted: 0, unchanged: 10_000 });
  });

  it('goes on where it was interrupted', async () => {
    const now = new Date(Date.now() - 60_000);
    const api = watched(host.api, 3);
    const { history, said } = demoHistory(api);
    await history.run(signal, () => now);
    expect(api.calls).toHaveLength(3);
    expect(said().at(-1)).toBe(
      `Demo history of ${ENTITY}: to be tried again, because of: fetch failed`,
    );

    await history.run(signal, () => now);
    expect(api.calls[3].samples[0]).toEqual(api.calls[2].samples[0]);
    const { slos } = await host.api.getEntityBudget(ENTITY);
    expect(slos.map(slo => slo.data.coverage)).toEqual([1, 1]);
  });

  it.each([
    [
      'is not in the catalog yet',
      'component:default/nobody',
      /to be tried again, because of: No entity found/,
    ],
    [
      'has no SLO yet',
      'component:default/special-ml-workload',
      /waiting for its SLO document/,
    ],
  ])('waits for an entity that %s, and says so once', async (_, ref, line) => {
    const { history, said } = demoHistory(host.api, ref);
    await history.run(signal);
    await history.run(signal);
    expect(said()).toEqual([expect.stringMatching(line)]);
  });
});

describe('DemoHistory of a host with a Prometheus', () => {
  it('leaves it the SLOs that it measures', async () => {
    const host = await startSloHost({
      components: ['api-service'],
      slo: { prometheus: [{ name: 'main', url: 'http://127.0.0.1:9' }] },
    });
    const api = watched(host.api);
    const { history, said } = demoHistory(api);
    await history.run(signal, () => new Date(Date.now() - 60_000));
    await history.run(signal);
    expect(api.calls).toEqual([]);
    expect(said()).toEqual([
      `Demo history of ${ENTITY}: none for availability, which is measured by prometheus`,
      `Demo history of ${ENTITY}: none for latency, which is measured by prometheus`,
    ]);
    await host.stop();
  });
});
