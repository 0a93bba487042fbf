import type { Band } from '@golden-path/backstage-plugin-dora-common';
import type { ComputedMetrics } from '../metrics/MetricsReader';

type Described<T, K extends keyof T> = Pick<T, K> & {
  n: number;
  band: string | null;
};

/** The metrics without series, histograms and stages: what fits into an answer to an agent. */
export function describeMetrics(metrics: ComputedMetrics) {
  const { scope, from, to, observedFrom, demo, bottleneck } = metrics;
  return {
    scope,
    from,
    to,
    observedFrom,
    demo,
    deploymentFrequency: describe(metrics.deploymentFrequency, ['perDay']),
    changeLeadTime: describe(metrics.changeLeadTime, [
      'medianSeconds',
      'meanSeconds',
    ]),
    changeFailRate: describe(metrics.changeFailRate, ['value']),
    failedDeploymentRecoveryTime: describe(
      metrics.failedDeploymentRecoveryTime,
      ['medianSeconds'],
    ),
    deploymentReworkRate: describe(metrics.deploymentReworkRate, ['value']),
    bottleneck: bottleneck && {
      stage: bottleneck.stage as string,
      share: bottleneck.share,
    },
  };
}

function describe<
  T extends { n: number; band: Band | null; previous: object | null },
  K extends keyof T & string,
>(
  metric: T,
  keys: K[],
): Described<T, K> & { previous: Described<T, K> | null } {
  const pick = (from: T) =>
    ({
      ...Object.fromEntries(keys.map(key => [key, from[key]])),
      n: from.n,
      band: from.band && `${from.band.level} (${from.band.reportYear})`,
    } as Described<T, K>);
  return {
    ...pick(metric),
    previous: metric.previous && pick(metric.previous as T),
  };
}
