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

/**
 * The line's points in order. The one at the view's beginning ends no step: it only says what was left
 * then, which is all of the budget at the beginning of the window.
 */
export function plotPoints(options: {
  slo: SloStatus;
  view: BurnDownView;
  points: HistoryPoint[];
}): PlotPoint[] {
  const { slo, view, points } = options;
  const start = view.from.getTime();
  let from = view.from;
  const steps = points
    .filter(point => Date.parse(point.at) > start)
    .map(point => {
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
  const isWindowStart =
    view.mode === 'window' && start === Date.parse(slo.window.from);
  const origin = points.find(point => Date.parse(point.at) <= start);
  const consumed = isWindowStart ? 0 : origin?.consumed ?? null;
  const [first] = steps;
  return first && first.left !== null && consumed !== null
    ? [
        {
          ...first,
          at: view.from,
          left: 1 - consumed,
          good: 0,
          total: 0,
          sli: null,
        },
        ...steps,
      ]
    : steps;
}
