import { toInstant } from '../database/instants';
import type { ActiveSnapshot } from './ActiveSet';
import { holdsThroughout, type ExportFilter } from './ExportFilter';

/**
 * Content of a `.trivyignore.yaml`. Trivy ends an entry with the beginning of its day, so the day is the one that the
 * hatch's end lies in: it ends a few hours early rather than late.
 *
 * @param scanned - whether a rule is about vulnerabilities
 */
export function trivyIgnore(options: {
  snapshot: ActiveSnapshot;
  filter: ExportFilter;
  scanned: (rule: string) => boolean;
}): { vulnerabilities: object[] } {
  const { snapshot, filter, scanned } = options;
  const hatches = snapshot.hatches.filter(
    hatch => hatch.rules.some(scanned) && holdsThroughout(hatch, filter),
  );
  return {
    vulnerabilities: hatches.flatMap(hatch =>
      [...(hatch.target.vulnerabilities ?? [])].sort().map(id => ({
        id,
        expired_at: toInstant(hatch.expiresAt).slice(0, 10),
        statement: `Escape hatch #${hatch.number} of ${hatch.entityRef} (${hatch.id})`,
      })),
    ),
  };
}
