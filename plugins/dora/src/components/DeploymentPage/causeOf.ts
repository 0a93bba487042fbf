import type { FailureOverrule } from '@golden-path/backstage-plugin-dora-common';

/** The person names no cause. */
export const NO_CAUSE = '';

/** A choice of the cause field as the API wants it. */
export function causeOf(value: string): FailureOverrule['cause'] {
  const [kind, id] = value.split(/:(.*)/s);
  if (!id) {
    return undefined;
  }
  return kind === 'incident' ? { incidentId: id } : { deploymentId: id };
}
