import { parseEntityRef } from '@backstage/catalog-model';
import type { HatchRecord } from '../requests/HatchRecord';

/** A request in a title: `#14 special-ml-workload (privileged-container)`. */
export function nameRequest(
  record: Pick<HatchRecord, 'number' | 'entityRef' | 'content'>,
): string {
  const { number, entityRef, content } = record;
  const { name } = parseEntityRef(entityRef);
  return `#${number} ${name} (${content.rules.join(', ')})`;
}
