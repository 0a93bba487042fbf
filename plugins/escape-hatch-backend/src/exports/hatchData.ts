import { toInstant } from '../database/instants';
import type { ActiveHatch } from './ActiveHatch';
import type { ActiveSnapshot } from './ActiveSet';
import { matchesFilter, type ExportFilter } from './ExportFilter';

/** One hatch as policies read it. */
export interface HatchEntry {
  id: string;
  /** `['*']`: all. */
  environments: string[];
  /** RFC 3339 */
  not_before: string;
  /** RFC 3339, exclusive. */
  not_after: string;
  /** What it is limited to. */
  target?: Record<string, string | string[]>;
}

/** What OPA and conftest load: the root `escape_hatches` of a bundle. */
export interface HatchData {
  escape_hatches: {
    /** RFC 3339: without contact, nothing of it counts from then on. */
    valid_until: string;
    /** Per full entity ref and rule id. */
    by_entity: Record<string, Record<string, HatchEntry[]>>;
  };
}

/**
 * The active set as data of policies.
 *
 * @param options.scanned - whether a rule is about vulnerabilities: other rules are not limited to them
 */
export function hatchData(options: {
  snapshot: ActiveSnapshot;
  filter?: ExportFilter;
  scanned: (rule: string) => boolean;
}): HatchData {
  const { snapshot, filter = {}, scanned } = options;
  const byEntity: HatchData['escape_hatches']['by_entity'] = {};
  for (const hatch of snapshot.hatches) {
    if (matchesFilter(hatch, filter)) {
      const rules = (byEntity[hatch.entityRef] ??= {});
      for (const rule of hatch.rules) {
        (rules[rule] ??= []).push(toEntry(hatch, scanned(rule)));
      }
    }
  }
  return {
    escape_hatches: {
      valid_until: toInstant(snapshot.validUntil),
      by_entity: byEntity,
    },
  };
}

/** A hatch as policies read it for a rule. */
export function toEntry(hatch: ActiveHatch, isScanned: boolean): HatchEntry {
  const { environments, vulnerabilities, ...place } = hatch.target;
  const target = {
    ...place,
    ...(isScanned && vulnerabilities?.length && { vulnerabilities }),
  };
  return {
    id: hatch.id,
    environments: environments?.length ? environments : ['*'],
    not_before: toInstant(hatch.activeFrom),
    not_after: toInstant(hatch.expiresAt),
    ...(Object.keys(target).length > 0 && { target }),
  };
}
