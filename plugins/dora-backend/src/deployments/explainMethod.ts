import { shortVersion } from '@golden-path/backstage-plugin-dora-common';
import { DateTime } from 'luxon';
import type { FailureCause } from './DeploymentContext';
import { describeDuration } from './describeDuration';

/** By which rule a cause was found, with what the rule saw. */
export function explainMethod(options: {
  cause: FailureCause;
  version: string;
  finishedAt: number;
  /** When the deployed version and the one of the rollback first ran in the environment; ms. */
  firstRuns?: { own: number | null; other: number | null };
  timeZone: string;
}): string {
  const { cause, version, finishedAt, firstRuns, timeZone } = options;
  const { method, deployment, incident } = cause;
  const later = (at: number) => describeDuration(Math.max(0, at - finishedAt));
  switch (method) {
    case 'explicit':
      return 'Explicit: the incident names this deployment, or the service and this version.';
    case 'rollback': {
      const [own, other] = [firstRuns?.own, firstRuns?.other];
      return own && other
        ? `Rollback: ${shortVersion(
            deployment?.version ?? '',
          )} first ran here on ${dates(other, own, timeZone).join(
            `, before ${shortVersion(version)} on `,
          )}.`
        : `Rollback: its source says that ${shortVersion(
            deployment?.version ?? '',
          )} is one.`;
    }
    case 'revert':
      return `Revert: ${shortVersion(
        deployment?.version ?? '',
      )} reverts a change that this deployment shipped first.`;
    case 'hotfix':
      return `Hotfix: ${shortVersion(
        deployment?.version ?? '',
      )} ships only hotfixes and finished ${
        deployment ? later(deployment.finishedAt) : ''
      } later, at most 24 h.`;
    case 'same-service':
      return `Same service: the incident was opened ${
        incident ? later(incident.openedAt) : ''
      } after this deployment, at most 24 h, and before the next one.`;
    default:
      return 'Person: somebody overruled what the rules found.';
  }
}

/** Days, with the time where both are on the same one. */
function dates(first: number, second: number, timeZone: string): string[] {
  const [a, b] = [first, second].map(at =>
    DateTime.fromMillis(at, { zone: timeZone, locale: 'en-GB' }),
  );
  const format = a.hasSame(b, 'day') ? 'd LLL, HH:mm' : 'd LLL';
  return [a, b].map(at => at.toFormat(format));
}
