import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  HistoryMark,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { sloApiRef } from '../api/sloApiRef';
import type { BurnDownView } from '../burnDown/BurnDownView';
import { chooseView } from '../burnDown/chooseView';
import { historyQuery } from '../burnDown/historyQuery';
import { type PlotPoint, plotPoints } from '../burnDown/plotPoints';
import { type Refreshed, useRefreshed } from './useRefreshed';

/** A burn-down together with the view it was loaded for: while the next one loads, this one is shown. */
export interface BurnDown {
  view: BurnDownView;
  points: PlotPoint[];
  marks: HistoryMark[];
}

/** Loads what a burn-down draws; with `slo` newer each minute, the chart is too. */
export function useBurnDown(options: {
  slo: SloStatus;
  mode: BurnDownView['mode'];
  rangeSeconds: number;
  /** The earlier query whose numbers are wanted. */
  old?: { generation: number; until: string };
  now: Date;
}): Refreshed<BurnDown> {
  const { slo, mode, rangeSeconds, old, now } = options;
  const sloApi = useApi(sloApiRef);
  const load = useCallback(async () => {
    const view = chooseView({
      slo,
      mode,
      rangeSeconds,
      until: old?.until,
      now,
    });
    const { points, marks } = await sloApi.getHistory(
      slo.id,
      historyQuery(view, old?.generation),
    );
    return { view, points: plotPoints({ slo, view, points }), marks };
  }, [sloApi, slo, mode, rangeSeconds, old, now]);
  return useRefreshed(load);
}
