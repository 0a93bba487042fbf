import type { PodContainer } from './PodContainer';
import type { PolicyViolation } from './PolicyViolation';
import { recordOf } from './recordOf';

const PROBES = ['livenessProbe', 'readinessProbe'] as const;
const ENDING = ['Never', 'OnFailure'];
const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

/**
 * Every container of a pod that runs for ever (`restartPolicy` is neither `Never` nor `OnFailure`, which only jobs and bare pods have) has a liveness
 * and a readiness probe with a handler. Containers that run before it or for debugging need none.
 */
export function checkProbes(
  container: PodContainer,
  pod: Record<string, unknown>,
): PolicyViolation[] {
  const ends = ENDING.some(policy => policy === pod.restartPolicy);
  if (container.list !== 'containers' || ends) {
    return [];
  }
  return PROBES.filter(probe => {
    const fields = recordOf(container.fields[probe]);
    return !HANDLERS.some(
      handler => fields[handler] !== undefined && fields[handler] !== null,
    );
  }).map(probe => ({
    rule: 'probes',
    path: `${container.path}.${probe}`,
    ...(container.name !== undefined && { container: container.name }),
    message: `The container has no ${probe} with one of ${HANDLERS.join(
      ', ',
    )}.`,
    fix:
      probe === 'livenessProbe'
        ? 'Add a livenessProbe on a path that asks nothing of other services, such as httpGet of /healthz.'
        : 'Add a readinessProbe that fails while the container cannot serve, such as httpGet of /readyz.',
  }));
}
