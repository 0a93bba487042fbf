import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { repositoryOf } from '../changes/repositorySubject';
import type { ReportedEvent } from '../log/EventRow';

/** Services that events name, and those whose repositories they are about. */
export async function concernedServices(
  tx: Knex.Transaction,
  reported: ReportedEvent[],
): Promise<string[]> {
  const refs = new Set(reported.flatMap(({ row }) => row.entity_ref ?? []));
  const repositories = new Set(
    reported.flatMap(({ event: { type }, row }) =>
      type === 'change' || type === 'version' || type === 'commit'
        ? repositoryOf(row)
        : [],
    ),
  );
  for (const batch of inBatches([...repositories])) {
    const found: string[] = await tx('dora_services')
      .whereIn('repository', batch)
      .pluck('entity_ref');
    found.forEach(ref => refs.add(ref));
  }
  return [...refs];
}
