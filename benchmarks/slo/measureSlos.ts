import { RealPrometheus } from '../../plugins/slo-backend/src/prometheus/__testUtils__/RealPrometheus';
import type { Repositories } from '../../plugins/slo-backend/src/__testUtils__/inMemoryReader';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchmarkPostgres } from '../support/BenchmarkPostgres';
import type { Figure } from '../support/Figure';
import { PortalUser } from '../support/PortalUser';
import { Resources } from '../support/Resources';
import { CountingProxy } from './CountingProxy';
import { fillTiles } from './fillTiles';
import { measureBackfill } from './measureBackfill';
import { measureCollection } from './measureCollection';
import { measureDiscovery } from './measureDiscovery';
import { measureRows } from './measureRows';
import { measureViews } from './measureViews';
import { serviceNames, SERVICES, USER } from './services';
import { serviceSeries } from './serviceSeries';
import { sloDocument } from './sloDocument';
import { startSloBackend } from './startSloBackend';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/** History that the plugin keeps. */
const KEPT_DAYS = 92;
/** The source's history for the backfill: each of 25 services stands for 20, as writing it for all takes too long. */
const BACKFILL = { days: 35, services: 25, scrape: 60 };

const CATALOG_SECONDS = 300;

/**
 * Everything about 1,000 SLOs with 90 days of minutes on PostgreSQL, collected from a real Prometheus.
 *
 * @param options - `backfill`: also how long weeks of history take
 */
export async function* measureSlos(options: {
  onPhase: (phase: string) => void;
  backfill: boolean;
}): AsyncGenerator<Figure> {
  const { onPhase, backfill } = options;
  const now = Math.floor(Date.now() / 1_000);
  // The third minute from there begins an hour.
  const filledTo = Math.floor(now / HOUR) * HOUR - 3 * MINUTE;
  const resources = new Resources();
  try {
    onPhase('Start Prometheus with the history of its services');
    const prometheus = resources.keep(
      await RealPrometheus.start({ series: seriesUntil(now, { backfill }) }),
    );
    const proxy = resources.keep(await CountingProxy.start(prometheus.url));
    onPhase('Start PostgreSQL and the backend');
    const postgres = resources.keep(await BenchmarkPostgres.start());
    const repositories = documents(service => ({
      series: `job="live",service="${service}"`,
      range: '1m',
    }));
    const backend = resources.keep(
      await startSloBackend({
        database: postgres.config,
        prometheusUrl: proxy.url,
        repositories,
      }),
    );
    const user = await PortalUser.signIn(backend.url, USER);

    await awaitCatalog(user);
    onPhase('Read the documents');
    yield await measureDiscovery(backend);
    onPhase('Write the tiles');
    const { knex } = backend.plugin;
    await fillTiles({ knex, from: filledTo - KEPT_DAYS * DAY, to: filledTo });
    yield await measureRows(knex);
    onPhase('Collect');
    yield* measureCollection({ backend, proxy, filledTo });
    onPhase('View');
    yield* measureViews({ backend, user, proxy });
    if (backfill) {
      onPhase('Collect the history of new queries');
      yield await measureBackfill({
        backend,
        proxy,
        repositories,
        now,
        documents: documents((_, index) => ({
          series: `job="history",service="${
            serviceNames()[index % BACKFILL.services]
          }"`,
          range: '5m',
        })),
      });
    }
  } finally {
    await resources.stop();
  }
}

/** Services scraped often for the minutes of today, and seldom for the history of weeks. */
function seriesUntil(now: number, { backfill }: { backfill: boolean }) {
  const services = serviceNames();
  return [
    ...serviceSeries({
      job: 'live',
      services,
      from: now - 3 * HOUR,
      to: now + HOUR,
      scrape: 15,
    }),
    ...serviceSeries({
      job: 'history',
      services: backfill ? services.slice(0, BACKFILL.services) : [],
      from: now - BACKFILL.days * DAY,
      to: now + HOUR,
      scrape: BACKFILL.scrape,
    }),
  ];
}

function documents(
  choose: (
    service: string,
    index: number,
  ) => { series: string; range: '1m' | '5m' },
): Repositories {
  return Object.fromEntries(
    serviceNames().map((service, index) => [
      service,
      {
        'slos/slos.yaml': sloDocument({ service, ...choose(service, index) }),
      },
    ]),
  );
}

/** Waits until the catalog has processed all services. */
async function awaitCatalog(user: PortalUser): Promise<void> {
  const deadline = Date.now() + CATALOG_SECONDS * 1_000;
  const path = '/api/catalog/entities/by-query?filter=kind=component&limit=0';
  for (;;) {
    const { body } = await user.get<{ totalItems: number }>(path);
    if (body.totalItems === SERVICES) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Expected ${SERVICES} services in the catalog within ${CATALOG_SECONDS} s, got ${body.totalItems}`,
      );
    }
    await sleep(1_000);
  }
}
