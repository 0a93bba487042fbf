import type { PortalUser } from '../support/PortalUser';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES } from './portal';

/** The catalog's uids of all services, by their refs, once it has them. */
export async function readUids(user: PortalUser): Promise<Map<string, string>> {
  for (;;) {
    const { body } = await user.get<{
      items: { metadata: { name: string; uid: string } }[];
    }>(
      `/api/catalog/entities/by-query?filter=kind=component&fields=metadata.name,metadata.uid&limit=${SERVICES}`,
    );
    if (body.items.length === SERVICES) {
      return new Map(
        body.items.map(({ metadata }) => [
          `component:default/${metadata.name}`,
          metadata.uid,
        ]),
      );
    }
    await sleep(1_000);
  }
}
