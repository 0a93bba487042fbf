import type { ActiveHatch } from './ActiveHatch';

/** For what an agent asks; a field that is left out means all. */
export interface ExportFilter {
  cluster?: string;
  namespace?: string;
  environment?: string;
  /** Full ref. */
  entityRef?: string;
}

/** Whether a hatch can count in what is asked for. */
export function matchesFilter(
  hatch: ActiveHatch,
  filter: ExportFilter,
): boolean {
  const { target } = hatch;
  const meets = (named: string | undefined, asked: string | undefined) =>
    named === undefined || asked === undefined || named === asked;
  return (
    meets(filter.entityRef, hatch.entityRef) &&
    meets(target.cluster, filter.cluster) &&
    meets(target.namespace, filter.namespace) &&
    (filter.environment === undefined ||
      !target.environments?.length ||
      target.environments.includes(filter.environment))
  );
}

/**
 * Whether a hatch holds for all of what is asked for: the cluster and the environments that it names are the asked
 * ones. For consumers that cannot carry these conditions themselves, so that a hatch for staging does not open
 * production.
 */
export function holdsThroughout(
  hatch: ActiveHatch,
  filter: ExportFilter,
): boolean {
  const { cluster, environments } = hatch.target;
  return (
    matchesFilter(hatch, filter) &&
    (cluster === undefined || cluster === filter.cluster) &&
    (!environments?.length || filter.environment !== undefined)
  );
}
