import type { Indicator } from '@golden-path/backstage-plugin-slo-common';
import type { MeasureResult } from '@golden-path/backstage-plugin-slo-node';
import { shorten } from './client/shorten';
import type { KeyedAnswer } from './queries/KeyedQuestion';
import { eventTiles } from './tiles/eventTiles';
import { sliceTiles } from './tiles/sliceTiles';
import { valuesByTime } from './tiles/valuesByTime';

/** Reads the answer to one subject's expressions as tiles. */
export function measureResult(options: {
  key: string;
  indicator: Indicator;
  answer: KeyedAnswer;
  tileSeconds: number;
}): MeasureResult & { uncounted: boolean } {
  const { key, indicator, answer, tileSeconds } = options;
  const nothing = { key, tiles: [], warnings: [], uncounted: false };
  if (answer.error) {
    return { ...nothing, error: answer.error };
  }
  const partial = answer.warnings.map(
    warning => `The answer may lack data: ${shorten(warning, 200)}.`,
  );

  const read = new Map(
    Object.entries(answer.series).map(([role, series]) => [
      role,
      valuesByTime(series),
    ]),
  );
  const atOnce = Math.max(...[...read.values()].map(r => r.seriesAtOnce));
  if (atOnce > 1) {
    const error = `expected one series, got ${atOnce}; aggregate the query`;
    return { ...nothing, error };
  }
  const values = (role: string) => read.get(role)?.values ?? new Map();

  if (indicator.form === 'slices') {
    const { op, value } = indicator;
    return {
      ...nothing,
      tiles: sliceTiles({ values: values('value'), op, value, tileSeconds }),
      warnings: [...new Set(partial)],
    };
  }

  const counts =
    indicator.form === 'ratio' && indicator.good === undefined ? 'bad' : 'good';
  // The buckets of a classic histogram come and go together: where only one is missing, it does not exist.
  const fromBuckets =
    indicator.form === 'latency' && indicator.inferred && !!indicator.buckets;
  const { tiles, warnings } = eventTiles({
    counts,
    counted: values(counts),
    total: values('total'),
    tileSeconds,
    missingCount:
      fromBuckets || partial.length > 0 ? 'unknown' : 'none-counted',
  });
  const negative = warnings.describe('negative');
  const uncounted = warnings.describe('uncounted');
  return {
    key,
    tiles,
    uncounted: uncounted !== undefined,
    warnings: [
      ...new Set(partial),
      ...(negative ? [`${negative} left out: a count is negative.`] : []),
      ...(uncounted
        ? [`${uncounted} left out: a total came without its ${counts} count.`]
        : []),
    ],
  };
}
