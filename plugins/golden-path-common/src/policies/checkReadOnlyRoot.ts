import type { PodContainer } from './PodContainer';
import type { PolicyViolation } from './PolicyViolation';
import { recordOf } from './recordOf';

/** Every container, whichever list it is in, has `securityContext.readOnlyRootFilesystem: true`. */
export function checkReadOnlyRoot(container: PodContainer): PolicyViolation[] {
  const { readOnlyRootFilesystem } = recordOf(container.fields.securityContext);
  if (readOnlyRootFilesystem === true) {
    return [];
  }
  return [
    {
      rule: 'read-only-root',
      path: `${container.path}.securityContext.readOnlyRootFilesystem`,
      ...(container.name !== undefined && { container: container.name }),
      message: 'The root filesystem of the container can be written to.',
      fix: 'Set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where the container writes.',
    },
  ];
}
