import type { SloHistoryQuery } from '@golden-path/backstage-plugin-slo-common';
import type { BurnDownView } from './BurnDownView';

/** The backend's limit of points, and steps that read well: 5 min to 1 d. */
const MAX_POINTS = 720;
const STEPS = [300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/** Asks for points at the smallest round step that the backend can deliver, both ends included. */
export function historyQuery(
  view: BurnDownView,
  generation?: number,
): SloHistoryQuery {
  const seconds = (view.to.getTime() - view.from.getTime()) / 1000;
  const step =
    STEPS.find(length => seconds / length < MAX_POINTS) ??
    seconds / (MAX_POINTS - 1);
  return {
    from: view.from.toISOString(),
    to: view.to.toISOString(),
    points: Math.ceil(seconds / step) + 1,
    mode: view.mode,
    ...(generation !== undefined && { generation }),
  };
}
