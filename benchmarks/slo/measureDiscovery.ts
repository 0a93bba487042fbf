import type { Figure } from '../support/Figure';
import { SERVICES } from './services';
import type { SloBackend } from './startSloBackend';

/** Reads all documents for the first time. */
export async function measureDiscovery({
  plugin: { knex, tasks },
}: SloBackend): Promise<Figure> {
  const started = performance.now();
  await tasks.discovery.run(new AbortController().signal);
  const seconds = (performance.now() - started) / 1_000;
  const [{ slos }] = await knex('slos').count({ slos: '*' });
  if (Number(slos) !== 2 * SERVICES) {
    throw new Error(
      `Expected two SLOs of each of ${SERVICES} services, got ${slos}`,
    );
  }
  return {
    name: `first reading of ${SERVICES} documents`,
    measured: seconds,
    unit: 's',
    detail: `${slos} SLOs`,
  };
}
