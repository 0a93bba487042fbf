import { checkHostNamespaces } from './checkHostNamespaces';
import { checkImageSource } from './checkImageSource';
import { checkPrivileged } from './checkPrivileged';
import { checkProbes } from './checkProbes';
import { checkReadOnlyRoot } from './checkReadOnlyRoot';
import { checkResources } from './checkResources';
import { checkSecurityContext } from './checkSecurityContext';
import { findPodSpec } from './findPodSpec';
import { containersOf } from './PodContainer';
import type { PolicySettings } from './PolicySettings';
import type { PolicyViolation } from './PolicyViolation';

/**
 * Where a manifest leaves the golden path's policies on pods. Workloads are `Pod`, `ReplicationController` (core),
 * `Deployment`, `StatefulSet`, `DaemonSet`, `ReplicaSet` (`apps`), `Job` and `CronJob` (`batch`), in any version of their
 * group; of anything else nothing is said. Never throws: what has the wrong type counts as missing, for its shape is
 * for the schema to refuse.
 *
 * | rule | containers | init containers | ephemeral containers |
 * | --- | --- | --- | --- |
 * | `resource-limits` | ✓ | ✓ | cannot have any |
 * | `probes` | ✓ unless the pod's `restartPolicy` is `Never` or `OnFailure` | – | – |
 * | `privileged-container`, `read-only-root`, `security-context`, `image-source` | ✓ | ✓ | ✓ |
 *
 * `security-context` is about the pod as well: it shares neither network nor processes with its node.
 *
 * Admission enforces the same, so that a workload refused there is refused here first.
 *
 * @public
 */
export function checkWorkload(options: {
  /** A parsed manifest. */
  manifest: unknown;
  settings: PolicySettings;
}): PolicyViolation[] {
  const pod = findPodSpec(options.manifest);
  if (!pod) {
    return [];
  }
  return [
    ...checkHostNamespaces(pod),
    ...containersOf(pod).flatMap(container => [
      ...checkResources(container),
      ...checkProbes(container, pod.spec),
      ...checkPrivileged(container),
      ...checkReadOnlyRoot(container),
      ...checkSecurityContext(container, pod),
      ...checkImageSource(container, options.settings),
    ]),
  ];
}
