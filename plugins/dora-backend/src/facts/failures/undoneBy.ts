import { changesWhatRuns, Rollout } from '../rollouts/Rollout';

/**
 * What a rollback undoes: the rollouts of its environment since its version last ran there. Where that is longer ago
 * than what is given, all that is given.
 *
 * @param earlier - rollouts of the service before the rollback, oldest first
 */
export function undoneBy(rollback: Rollout, earlier: Rollout[]): Rollout[] {
  const lane = earlier.filter(
    rollout =>
      rollout.environment === rollback.environment && changesWhatRuns(rollout),
  );
  const lastRun = lane
    .map(({ version }) => version)
    .lastIndexOf(rollback.version);
  return lane.slice(lastRun + 1);
}
