import type {
  HistoryPoint,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import type { BurnDownView } from './BurnDownView';

/** One step of the drawn line. */
export interface PlotPoint {
  /** Beginning of the step. */
  from: Date;
  at: Date;
  /** Fraction of the budget that was left; null where nothing was measured. */
  left: number | null;
  good: number;
  total: number;
  sli: number | null;
  coverage: number;
}

/** The line's points in order, with the full budget at the window's beginning in front. */
export function plotPoints(options: {
  slo: SloStatus;
  view: BurnDownView;
  points: HistoryPoint[];
}): PlotPoint[] {
  const { slo, view, points } = options;
  let from = view.from;
  const steps = points.map(point => {
    const at = new Date(point.at);
    const isMeasured = point.consumed !== null && point.coverage > 0;
    const step: PlotPoint = {
      from,
      at,
      left: isMeasured ? 1 - (point.consumed ?? 0) : null,
      good: point.good,
      total: point.total,
      sli: point.sli,
      coverage: point.coverage,
    };
    from = at;
    return step;
  });
  const startsFull =
    view.mode === 'window' &&
    view.from.getTime() === Date.parse(slo.window.from) &&
    steps.length > 0 &&
    steps[0].left !== null &&
    steps[0].at.getTime() > view.from.getTime();
  return startsFull
    ? [
        {
          ...steps[0],
          at: view.from,
          left: 1,
          good: 0,
          total: 0,
          sli: null,
        },
        ...steps,
      ]
    : steps;
}
