import {
  quantile,
  type Granularity,
  type SeriesPoint,
} from '@golden-path/backstage-plugin-dora-common';
import { toInstant } from '../database/instants';
import { concatenate } from './concatenate';
import type { FactSlice } from './FactSlice';
import type { LocalCalendar, Span } from './LocalCalendar';

/** The facts of a window by day, week or month. */
export function buildSeries(options: {
  window: Span;
  slices: FactSlice[];
  granularity: Granularity;
  calendar: LocalCalendar;
}): SeriesPoint[] {
  const { window, granularity, calendar } = options;
  let next = 0;
  return calendar.pieces(window, granularity).map(piece => {
    const first = next;
    while (options.slices[next]?.from < piece.to) {
      next++;
    }
    return toPoint(piece, options.slices.slice(first, next));
  });
}

function toPoint(piece: Span, slices: FactSlice[]): SeriesPoint {
  const count = (name: 'deployments' | 'rollbacks' | 'failed' | 'rework') =>
    slices.reduce((sum, { facts }) => sum + facts.counts[name], 0);
  const lead = concatenate(slices.map(({ facts }) => facts.lead)).sort();
  const started = slices.map(({ facts }) => facts.recoveries.startedAt);
  const startedAt = concatenate(started);
  const recoveries = concatenate(
    slices.map(({ facts }) => facts.recoveries.endedAt),
  )
    .map((end, index) => (end - startedAt[index]) / 1_000)
    .sort();
  return {
    from: toInstant(piece.from),
    to: toInstant(piece.to),
    deployments: count('deployments'),
    leadTimeMedianSeconds: quantile(lead, 0.5),
    changes: lead.length,
    failed: count('failed'),
    failable: count('deployments') - count('rollbacks'),
    rework: count('rework'),
    recoveryMedianSeconds: quantile(recoveries, 0.5),
    recoveries: recoveries.length,
  };
}
