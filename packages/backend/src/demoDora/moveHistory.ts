import { DeliveryHistory } from './DeliveryHistory';

const WEEK = 7 * 86_400;

/** The same history so many weeks later: weekdays and times of day (UTC) stay. */
export function moveHistory(
  { deployments, changes }: DeliveryHistory,
  weeks: number,
): DeliveryHistory {
  const seconds = weeks * WEEK;
  return {
    deployments: deployments.map(deployment => ({
      ...deployment,
      committedAt: deployment.committedAt + seconds,
    })),
    changes: changes.map(change => ({
      ...change,
      firstCommitAt: change.firstCommitAt + seconds,
      mergedAt: change.mergedAt + seconds,
    })),
  };
}
