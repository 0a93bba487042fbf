import type { HatchTarget } from './HatchTarget';

const NAMES = ['cluster', 'namespace', 'kind', 'name'] as const;

/**
 * What a deployment, a gate or an agent asks about.
 *
 * @public
 */
export interface AskedTarget {
  /** Name of the cluster. */
  cluster?: string;
  /** Kubernetes namespace. */
  namespace?: string;
  /** Kubernetes kind. */
  kind?: string;
  /** Name of the workload. */
  name?: string;
}

/**
 * Whether an escape hatch counts for what is asked: every field that its own target names equals the asked one, and
 * the environment is one of its own. Asked without a target, only one without counts; without an environment, only
 * one for all environments.
 *
 * @public
 */
export function targetCovers(options: {
  hatch: HatchTarget | undefined;
  asked: AskedTarget | undefined;
  environment: string | undefined;
}): boolean {
  const { hatch = {}, asked = {}, environment } = options;
  return (
    NAMES.every(
      field => hatch[field] === undefined || hatch[field] === asked[field],
    ) &&
    (!hatch.environments?.length ||
      (environment !== undefined && hatch.environments.includes(environment)))
  );
}
