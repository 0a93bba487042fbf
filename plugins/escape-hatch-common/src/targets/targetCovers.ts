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
  /** CVE ids that were found. */
  vulnerabilities?: string[];
}

/**
 * Whether an escape hatch counts for what is asked: every field that its own target names equals the asked one, the
 * environment is one of its own, and of vulnerabilities, where it names some, nothing else is asked. Asked without a
 * target, only one without counts; without an environment, only one for all environments.
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
      (environment !== undefined &&
        hatch.environments.includes(environment))) &&
    (!hatch.vulnerabilities?.length ||
      (Boolean(asked.vulnerabilities?.length) &&
        asked.vulnerabilities!.every(id =>
          hatch.vulnerabilities?.includes(id),
        )))
  );
}
