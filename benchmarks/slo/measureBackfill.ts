import type { Repositories } from '../../plugins/slo-backend/src/__testUtils__/inMemoryReader';
import type { Figure } from '../support/Figure';
import type { CountingProxy } from './CountingProxy';
import { presentSeries } from './presentSeries';
import { type Pass, runPass } from './runPass';
import type { SloBackend } from './startSloBackend';

/**
 * How long all SLOs take to get the history of a new query.
 *
 * @param options - `documents`: with the new queries; `now`: seconds since the epoch
 */
export async function measureBackfill(options: {
  backend: SloBackend;
  proxy: CountingProxy;
  repositories: Repositories;
  documents: Repositories;
  now: number;
}): Promise<Figure> {
  const { backend, repositories, documents } = options;
  const { knex, tasks } = backend.plugin;
  Object.assign(repositories, documents);
  await tasks.discovery.run(new AbortController().signal);
  const passes: Pass[] = [];
  do {
    passes.push(await runPass(options));
  } while (
    await presentSeries(knex).whereRaw('loaded_from > source_from').first()
  );
  const sum = (value: (pass: Pass) => number) =>
    passes.reduce((total, pass) => total + value(pass), 0);
  const [{ tiles }] = await knex('slo_tiles')
    .whereIn('series_id', presentSeries(knex).clearSelect().select('series_id'))
    .count({ tiles: '*' });
  return {
    name: 'history of 35 days for new queries',
    measured: sum(({ seconds }) => seconds),
    unit: 's',
    detail: `${passes.length} passes, ${sum(
      ({ calls }) => calls,
    )} calls, ${tiles} rows`,
  };
}
