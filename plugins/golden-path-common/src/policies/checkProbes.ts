import type { PodContainer } from './PodContainer';
import type { PolicyViolation } from './PolicyViolation';
import { recordOf } from './recordOf';

const PROBES = ['livenessProbe', 'readinessProbe'] as const;
const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

/**
 * Every container of a pod that runs for ever (`restartPolicy` is `Always` or left out, so not the pods of jobs) has a liveness
 * and a readiness probe with a handler. Containers that run before it or for debugging need none.
 */
export function checkProbes(
  container: PodContainer,
  pod: Record<string, unknown>,
): PolicyViolation[] {
  const { restartPolicy = 'Always' } = pod;
  if (container.list !== 'containers' || restartPolicy !== 'Always') {
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
