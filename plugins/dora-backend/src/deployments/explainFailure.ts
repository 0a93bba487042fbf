import { shortVersion } from '@golden-path/backstage-plugin-dora-common';
import type { DeploymentContext } from './DeploymentContext';
import { describeDuration } from './describeDuration';

/** Why a deployment counts as failed, by its most certain cause. */
export function explainFailure(
  deployment: Pick<DeploymentContext, 'causes' | 'finishedAt'>,
): string {
  const [cause] = deployment.causes;
  if (!cause || cause.method === 'person') {
    return 'A person said that it failed.';
  }
  const { method, deployment: other, incident, undone } = cause;
  const later = describeDuration(
    Math.max(
      0,
      (other?.finishedAt ?? incident?.openedAt ?? deployment.finishedAt) -
        deployment.finishedAt,
    ),
  );
  switch (method) {
    case 'explicit':
      return `The incident “${incident?.title}” names it.`;
    case 'rollback':
      return `Undone by the rollback to ${shortVersion(
        other?.version ?? '',
      )}, ${later} later. ${
        undone === 1
          ? 'It is the only deployment that the rollback undoes.'
          : `Of the ${undone} deployments that the rollback undoes, it is the one to blame: the earliest within 24 h before, else the last.`
      }`;
    case 'revert':
      return `Reverted by ${shortVersion(
        other?.version ?? '',
      )}, ${later} later, in a change that says so.`;
    case 'hotfix':
      return `Followed by the hotfix ${shortVersion(
        other?.version ?? '',
      )}, ${later} later.`;
    default:
      return `The incident “${incident?.title}” of the service was opened ${later} later, before the next deployment.`;
  }
}
