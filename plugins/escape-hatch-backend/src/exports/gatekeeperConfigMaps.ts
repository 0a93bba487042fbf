import { canonicalJson } from '../audit/canonicalJson';
import { toInstant } from '../database/instants';
import type { ActiveSnapshot } from './ActiveSet';
import { matchesFilter, type ExportFilter } from './ExportFilter';
import { toEntry } from './hatchData';

/** Name of the ConfigMap in each namespace. */
const NAME = 'escape-hatches';

/**
 * A ConfigMap per namespace that hatches name, for Gatekeeper to sync into `data.inventory`. Hatches without a
 * namespace are in none: they never open admission. A namespace that is asked for gets its ConfigMap also without
 * hatches, so that applying it takes away those that are over.
 *
 * @param gated - whether a rule is enforced by a Gatekeeper constraint
 */
export function gatekeeperConfigMaps(options: {
  snapshot: ActiveSnapshot;
  filter: ExportFilter;
  gated: (rule: string) => boolean;
}): object[] {
  const { snapshot, filter, gated } = options;
  const byNamespace = new Map<string, object[]>();
  if (filter.namespace !== undefined) {
    byNamespace.set(filter.namespace, []);
  }
  for (const hatch of snapshot.hatches) {
    const { namespace } = hatch.target;
    const rules = hatch.rules.filter(gated);
    if (namespace && rules.length > 0 && matchesFilter(hatch, filter)) {
      const entries = byNamespace.get(namespace) ?? [];
      byNamespace.set(namespace, entries);
      entries.push({
        entity: hatch.entityRef,
        rules,
        ...toEntry(hatch, false),
      });
    }
  }
  return [...byNamespace.keys()].sort().map(namespace => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: NAME,
      namespace,
      labels: { 'app.kubernetes.io/managed-by': 'golden-path' },
    },
    data: {
      valid_until: toInstant(snapshot.validUntil),
      'hatches.json': canonicalJson(byNamespace.get(namespace)),
    },
  }));
}
