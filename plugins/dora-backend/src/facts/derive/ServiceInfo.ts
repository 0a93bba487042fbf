import type { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { groupBy } from '../groupBy';

/** What the directory knows of a service. */
export interface ServiceInfo {
  entityRef: string;
  repository: string | null;
  /** All that is known of it is made up or replayed. */
  demo: boolean;
  /** Oldest first; each holds until the next one begins. */
  owners: { from: number; ownerRef: string | null }[];
}

/** Locks services, in one order for all, until the transaction ends: one derivation of a service at a time. */
export async function lockServices(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<Map<string, ServiceInfo>> {
  const services = new Map<string, ServiceInfo>();
  for (const batch of inBatches([...entityRefs].sort())) {
    const rows = await tx('dora_services')
      .whereIn('entity_ref', batch)
      .orderBy('entity_ref')
      .forUpdate();
    const owners = groupBy(
      await tx('dora_ownership')
        .whereIn('entity_ref', batch)
        .orderBy('from_ms'),
      row => row.entity_ref,
    );
    for (const row of rows) {
      services.set(row.entity_ref, {
        entityRef: row.entity_ref,
        repository: row.repository,
        demo: Boolean(row.demo),
        owners: (owners.get(row.entity_ref) ?? []).map(owner => ({
          from: Number(owner.from_ms),
          ownerRef: owner.owner_ref,
        })),
      });
    }
  }
  return services;
}

/** Who owned the service at an instant. */
export function ownerAt(service: ServiceInfo, at: number): string | null {
  return (
    service.owners.filter(({ from }) => from <= at).at(-1)?.ownerRef ?? null
  );
}
