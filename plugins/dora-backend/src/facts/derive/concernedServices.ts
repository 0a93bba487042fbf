import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { repositoryOf } from '../changes/repositorySubject';
import type { EventRow } from '../log/EventRow';

/** Services that events name, and those whose repositories they are about. */
export async function concernedServices(
  tx: Knex.Transaction,
  rows: EventRow[],
): Promise<string[]> {
  const refs = new Set(rows.flatMap(({ entity_ref }) => entity_ref ?? []));
  const repositories = new Set(
    rows.flatMap(({ type, subject }) =>
      type === 'change' || type === 'version' || type === 'commit'
        ? repositoryOf({ subject })
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
