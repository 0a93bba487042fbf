import type {
  LatencyIndicator,
  SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';
import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import type { Workspace } from '../Workspace';
import { histogramBounds } from './histogramBounds';

const SOURCES = /\.(?:[cm]?[jt]s|go|py)$/;
const TESTS =
  /(?:^|\/)(?:tests?|smoke|node_modules|vendor)\/|[._]test\.|_test\.go$/;
/** Longer ones are generated, or hold data. */
const MAX_CHARACTERS = 256 * 1024;

/**
 * The target of a latency objective is a bucket of the histogram that the application has: between two buckets nobody
 * counted. Histograms that the service's own source does not name are passed over.
 */
export function checkLatencyBuckets(
  { workspace, findings }: Pick<ValidationContext, 'workspace' | 'findings'>,
  slos: SloDefinition[],
): void {
  for (const slo of slos) {
    const { indicator } = slo;
    const metric = indicator.form === 'latency' && metricOf(indicator);
    const histogram = metric && findHistogram(workspace, metric);
    if (!histogram || indicator.form !== 'latency') {
      continue;
    }
    findings.checked('slo-latency-bucket');
    const { thresholdSeconds: target } = indicator;
    const { bounds, path } = histogram;
    if (!bounds.includes(target)) {
      const [nearest] = [...bounds].sort(
        (a, b) => Math.abs(a - target) - Math.abs(b - target),
      );
      findings.warn({
        file: slo.location.file,
        line: lineOfTarget(workspace, slo),
        rule: 'slo-latency-bucket',
        message: `Target ${target} s is not a bucket of ${metric}; ${nearest} s is the nearest.`,
        fix: `Use ${nearest}, or add the bucket ${target} in ${workspace.relative(
          path,
        )}.`,
      });
    }
  }
}

/** `http_request_duration_seconds` of its classic `_bucket` series. */
function metricOf({ buckets }: LatencyIndicator): string | undefined {
  return /^([a-zA-Z_:][\w:]*)_bucket\b/.exec(buckets ?? '')?.[1];
}

function findHistogram(workspace: Workspace, metric: string) {
  for (const { path, content } of workspace.files(workspace.service)) {
    const inner = workspace.relative(path);
    if (
      SOURCES.test(inner) &&
      !TESTS.test(inner) &&
      content.length <= MAX_CHARACTERS
    ) {
      const bounds = histogramBounds({ source: content, metric });
      if (bounds) {
        return { path, bounds };
      }
    }
  }
  return undefined;
}

function lineOfTarget(workspace: Workspace, slo: SloDefinition): number {
  const { file, line, indicatorLine } = slo.location;
  for (const document of workspace.yaml(file).documents) {
    const { service, slos } = record(document.value);
    const index = Array.isArray(slos)
      ? slos.findIndex(item => record(item).name === slo.name)
      : -1;
    if (index >= 0 && service === slo.service) {
      return document.lineOf(['slos', index, 'target']);
    }
  }
  return indicatorLine ?? line;
}
