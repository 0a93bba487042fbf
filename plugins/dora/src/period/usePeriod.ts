import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Granularity } from '@golden-path/backstage-plugin-dora-common';
import { defaultGranularity } from './defaultGranularity';
import { lastWeeks, PRESET_WEEKS } from './lastWeeks';
import { METRIC_NAMES, type MetricName } from './MetricName';
import type { Period } from './Period';
import { readPeriod } from './readPeriod';

const GRANULARITIES: readonly string[] = ['day', 'week', 'month'];

/** What the URL says is shown: `?from=2026-10-26&to=2026-11-23&granularity=day&metric=changeLeadTime`. */
export interface PeriodState {
  period: Period;
  /** Weeks of the preset that the period is; undefined for any other. */
  preset?: number;
  granularity: Granularity;
  metric: MetricName;
  /** First day of a preset. */
  weeksFrom: (weeks: number) => string;
  setPeriod: (period: Period) => void;
  setWeeks: (weeks: number) => void;
  setGranularity: (granularity: Granularity) => void;
  setMetric: (metric: MetricName) => void;
  /** The period's part of the URL, for links to other pages; empty where the URL leaves it open. */
  query: { from?: string; to?: string };
}

/** Reads and writes the period in the URL; other parameters stay as they are. */
export function usePeriod(options: {
  timeZone: string;
  now: Date;
}): PeriodState {
  const { timeZone, now } = options;
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (values: Record<string, string>) =>
      setSearch(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            after.set(name, value);
          }
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return useMemo(() => {
    const fromUrl = readPeriod(search);
    const period = fromUrl ?? lastWeeks({ weeks: 4, now, timeZone });
    const presetOf = (weeks: number) => lastWeeks({ weeks, now, timeZone });
    const granularity = search.get('granularity') ?? '';
    const metric = METRIC_NAMES.find(name => name === search.get('metric'));
    return {
      period,
      preset: PRESET_WEEKS.find(weeks => {
        const { from, to } = presetOf(weeks);
        return from === period.from && to === period.to;
      }),
      granularity: GRANULARITIES.includes(granularity)
        ? (granularity as Granularity)
        : defaultGranularity(period),
      metric: metric ?? 'deploymentFrequency',
      weeksFrom: weeks => presetOf(weeks).from,
      setPeriod: ({ from, to }) => set({ from, to }),
      setWeeks: weeks => set({ ...presetOf(weeks) }),
      setGranularity: value => set({ granularity: value }),
      setMetric: value => set({ metric: value }),
      query: fromUrl ?? {},
    };
  }, [search, set, now, timeZone]);
}
