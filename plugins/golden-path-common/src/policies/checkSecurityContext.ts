import type { PodContainer } from './PodContainer';
import type { PolicyRule, PolicyViolation } from './PolicyViolation';
import { recordOf } from './recordOf';

const RULE: PolicyRule = 'security-context';
/** Fields that containers take over from their pod. */
const INHERITED = ['runAsNonRoot', 'runAsUser', 'seccompProfile'];
const PROFILES = ['RuntimeDefault', 'Localhost'];

/**
 * Every container, whichever list it is in, follows the profile `restricted` of Kubernetes' Pod Security Standards. Where
 * container and pod both have a field, the container's counts.
 *
 * - `runAsNonRoot` is true, and `runAsUser`, where there is one, is not 0;
 * - `allowPrivilegeEscalation` is false; it is not asked of a privileged container, of which the API server refuses it;
 * - `capabilities.drop` has `ALL`, and `capabilities.add` nothing but `NET_BIND_SERVICE`;
 * - `seccompProfile.type` is `RuntimeDefault` or `Localhost`.
 *
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function checkSecurityContext(
  container: PodContainer,
  pod: { spec: Record<string, unknown>; path: string },
): PolicyViolation[] {
  const own = recordOf(container.fields.securityContext);
  const ofPod = recordOf(pod.spec.securityContext);
  const effective = (key: string) => own[key] ?? ofPod[key];
  // Where the field stands that counts, if it stands anywhere.
  const placeOf = (field: string) => {
    const [key] = field.split('.');
    const isInherited =
      INHERITED.includes(key) && !isGiven(own[key]) && isGiven(ofPod[key]);
    return isInherited ? pod.path : container.path;
  };
  const problems: PolicyViolation[] = [];
  const add = (field: string, message: string, fix: string) =>
    problems.push({
      rule: RULE,
      path: `${placeOf(field)}.securityContext.${field}`,
      ...(container.name !== undefined && { container: container.name }),
      message,
      fix,
    });

  if (effective('runAsNonRoot') !== true) {
    add(
      'runAsNonRoot',
      'The container may run as root: runAsNonRoot is not true.',
      'Set runAsNonRoot to true in the securityContext of the pod or the container.',
    );
  }
  if (effective('runAsUser') === 0) {
    add(
      'runAsUser',
      'The container runs as user 0, which is root.',
      'Set runAsUser to the id of an unprivileged user, such as 10001.',
    );
  }
  if (own.allowPrivilegeEscalation !== false && own.privileged !== true) {
    add(
      'allowPrivilegeEscalation',
      'The container may gain privileges: allowPrivilegeEscalation is not false.',
      'Set securityContext.allowPrivilegeEscalation to false.',
    );
  }
  const { drop, add: added } = recordOf(own.capabilities);
  if (!Array.isArray(drop) || !drop.includes('ALL')) {
    add(
      'capabilities.drop',
      'The container keeps capabilities: capabilities.drop lacks ALL.',
      'Set securityContext.capabilities.drop to ["ALL"].',
    );
  }
  const excess = Array.isArray(added)
    ? added.filter(name => name !== 'NET_BIND_SERVICE')
    : [];
  if (excess.length > 0) {
    add(
      'capabilities.add',
      `The container adds capabilities beyond NET_BIND_SERVICE: ${excess
        .slice(0, 5)
        .map(String)
        .join(', ')}.`,
      'Remove them from securityContext.capabilities.add.',
    );
  }
  const { type } = recordOf(effective('seccompProfile'));
  if (typeof type !== 'string' || !PROFILES.includes(type)) {
    add(
      'seccompProfile.type',
      'The container runs without seccomp profile.',
      'Set seccompProfile.type to RuntimeDefault in the securityContext of the pod or the container.',
    );
  }
  return problems;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
