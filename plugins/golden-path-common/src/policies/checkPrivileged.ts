import type { PodContainer } from './PodContainer';
import type { PolicyViolation } from './PolicyViolation';
import { recordOf } from './recordOf';

/** No container, whichever list it is in, has `securityContext.privileged: true`. */
export function checkPrivileged(container: PodContainer): PolicyViolation[] {
  if (recordOf(container.fields.securityContext).privileged !== true) {
    return [];
  }
  return [
    {
      rule: 'privileged-container',
      path: `${container.path}.securityContext.privileged`,
      ...(container.name !== undefined && { container: container.name }),
      message: 'The container is privileged: it has all that its node has.',
      fix: 'Remove securityContext.privileged, or ask for an escape hatch.',
    },
  ];
}
