import type {
  DoraMetrics,
  SeriesPoint,
} from '@golden-path/backstage-plugin-dora-common';
import { FEWEST } from '../metrics/fewest';
import type { MetricName } from '../period/MetricName';

/** One step of a series as it is drawn. */
export interface SeriesStep {
  from: string;
  to: string;
  /** Deployments, or seconds; null where there is none to take a median of. */
  value: number | null;
  /** Sample or denominator. */
  n: number;
  /** The same step of the period before; undefined where there was none. */
  previous?: number | null;
  /** Failed deployments, where the picture marks them. */
  failed: number;
  /** Too few to judge by: drawn as an outline. */
  isFew: boolean;
}

/** Metrics whose series is a median; of the others it is a number of deployments. */
export function isMedian(metric: MetricName): boolean {
  return (
    metric === 'changeLeadTime' || metric === 'failedDeploymentRecoveryTime'
  );
}

export function seriesSteps(
  metric: MetricName,
  metrics: DoraMetrics,
): SeriesStep[] {
  const hasPrevious = metrics[metric].previous !== null;
  return metrics.series.map((point, i) => {
    const { value, n } = read(metric, point);
    const before = metrics.previousSeries[i];
    return {
      from: point.from,
      to: point.to,
      value,
      n,
      ...(hasPrevious && before && { previous: read(metric, before).value }),
      failed: metric === 'deploymentFrequency' ? point.failed : 0,
      isFew: isMedian(metric) && n > 0 && n < FEWEST,
    };
  });
}

function read(
  metric: MetricName,
  point: SeriesPoint,
): { value: number | null; n: number } {
  switch (metric) {
    case 'deploymentFrequency':
      return { value: point.deployments, n: point.deployments };
    case 'changeLeadTime':
      return { value: point.leadTimeMedianSeconds, n: point.changes };
    case 'changeFailRate':
      return { value: point.failed, n: point.failable };
    case 'failedDeploymentRecoveryTime':
      return { value: point.recoveryMedianSeconds, n: point.recoveries };
    default:
      return { value: point.rework, n: point.deployments };
  }
}
