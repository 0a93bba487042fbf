import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  DoraMetrics,
  Granularity,
} from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../api/doraApiRef';
import type { Period } from '../period/Period';
import { periodWindow } from '../period/periodWindow';
import { type Refreshed, useRefreshed } from './useRefreshed';
import type { TimeZoneState } from './useTimeZone';

/** Metrics with the period that they were asked for: while the next ones load, these are shown. */
export interface LoadedMetrics {
  metrics: DoraMetrics;
  period: Period;
}

/**
 * The metrics of a scope. Where the answer shows that the period's midnights were taken from the wrong zone, it is
 * not shown but asked for again.
 */
export function useDoraMetrics(options: {
  scope: string;
  period: Period;
  granularity: Granularity;
  zone: TimeZoneState;
}): Refreshed<LoadedMetrics> {
  const { scope, granularity, zone } = options;
  const { timeZone, learn } = zone;
  const { from, to } = options.period;
  const doraApi = useApi(doraApiRef);
  const load = useCallback(async () => {
    const period = { from, to };
    const metrics = await doraApi.getMetrics({
      scope,
      ...periodWindow(period, timeZone),
      granularity,
    });
    learn(metrics.timeZone);
    return { metrics, period };
  }, [doraApi, scope, from, to, timeZone, learn, granularity]);
  const { value, ...request } = useRefreshed(load);
  return {
    ...request,
    value: value?.metrics.timeZone === timeZone ? value : undefined,
  };
}
