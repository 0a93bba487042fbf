import { useMemo, useState } from 'react';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import type { MomentContext } from '../format/MomentContext';
import { type PeriodState, usePeriod } from '../period/usePeriod';
import { type LoadedMetrics, useDoraMetrics } from './useDoraMetrics';
import type { Refreshed } from './useRefreshed';
import { useSources } from './useSources';
import { useTimeZone } from './useTimeZone';

/** What a view of a scope's delivery is made of. */
export interface Delivery {
  scope: string;
  /** What the URL asks for. */
  period: PeriodState;
  metrics: Refreshed<LoadedMetrics>;
  sources: Refreshed<DoraSourceStatus[]>;
  context: MomentContext;
}

/** The metrics of a scope over the URL's period, and the sources that they come from. */
export function useDelivery(scope: string): Delivery {
  const [now] = useState(() => new Date());
  const zone = useTimeZone();
  const { timeZone } = zone;
  const period = usePeriod({ timeZone, now });
  const metrics = useDoraMetrics({
    scope,
    period: period.period,
    granularity: period.granularity,
    zone,
  });
  const sources = useSources();
  const context = useMemo(() => ({ now, timeZone }), [now, timeZone]);
  return { scope, period, metrics, sources, context };
}
