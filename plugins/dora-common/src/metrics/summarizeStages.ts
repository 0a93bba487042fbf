import type { Stage } from '../api/DoraMetrics';
import type { StageName } from '../api/StageName';
import { stageNames } from './stageNames';
import { summarizeSeconds } from './summarizeSeconds';
import { sumSeconds } from './sumSeconds';

/**
 * Median, mean and share of each stage over shipped changes. A share is the stage's sum among the sum of all stages,
 * so that a few long waits weigh as much as they cost.
 *
 * @param seconds - by stage, of the changes that have it; reordered
 * @public
 */
export function summarizeStages(
  seconds: Record<StageName, Float64Array>,
): Omit<Stage, 'previousShare'>[] {
  const sums = stageNames.map(name => sumSeconds(seconds[name]));
  const total = sums.reduce((sum, value) => sum + value, 0);
  return stageNames.map((name, index) => {
    const { n, meanSeconds, medianSeconds } = summarizeSeconds(seconds[name]);
    return {
      name,
      medianSeconds,
      meanSeconds,
      share: n > 0 && total > 0 ? sums[index] / total : null,
      n,
    };
  });
}
