import type { FailureMethod } from '@golden-path/backstage-plugin-dora-common';

/** One cause for which a deployment counts as failed; several are one failure. */
export interface FailureLink {
  deploymentId: string;
  method: FailureMethod;
  causeType: 'incident' | 'deployment' | 'person';
  causeId: string;
}
