import type { CountingProxy } from './CountingProxy';
import { presentSeries } from './presentSeries';
import type { SloBackend } from './startSloBackend';

/** One run of the collector. */
export interface Pass {
  seconds: number;
  /** Seconds of a core that this process was busy: backend and proxy, without PostgreSQL and Prometheus. */
  cpuSeconds: number;
  /** HTTP calls to Prometheus. */
  calls: number;
}

/** Runs the collector as if it were `now`, in seconds since the epoch; every SLO has to be up to date then. */
export async function runPass(options: {
  backend: SloBackend;
  proxy: CountingProxy;
  now: number;
}): Promise<Pass> {
  const { backend, proxy, now } = options;
  const { knex, tasks } = backend.plugin;
  const calls = proxy.calls;
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  await tasks.collection.run(
    new AbortController().signal,
    () => new Date(now * 1_000),
  );
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const behind = await presentSeries(knex).andWhere(late =>
    late
      .whereNotNull('source_error')
      .orWhereNull('watermark')
      .orWhereRaw('watermark + tile_seconds <= ?', [now]),
  );
  if (behind.length > 0) {
    throw new Error(
      `Expected all SLOs to be collected up to ${now}, got ${
        behind.length
      } that are not, such as ${JSON.stringify(behind[0])}`,
    );
  }
  return {
    seconds,
    cpuSeconds: (user + system) / 1_000_000,
    calls: proxy.calls - calls,
  };
}
