import { useLocation } from 'react-router-dom';
import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { useFewValues } from '../../hooks/useFewValues';
import type { MetricName } from '../../period/MetricName';
import { lastWeeks } from '../../period/lastWeeks';
import { TooFew } from '../states';

/** 13 weeks, less the hour that a change of the clocks may take. */
const LONGER_MS = (13 * 7 * 24 - 1) * 3_600_000;

/** Fewer than five changes or recoveries: no median, but each of them, and the way to more. */
export function FewValues(props: {
  metrics: DoraMetrics;
  metric: MetricName;
  n: number;
}) {
  const { metrics, metric, n } = props;
  const { pathname, search } = useLocation();
  const what = metric === 'changeLeadTime' ? 'changes' : 'recoveries';
  const values = useFewValues(metrics, what);
  const isShort = Date.parse(metrics.to) - Date.parse(metrics.from) < LONGER_MS;
  const query = new URLSearchParams(search);
  const longer = lastWeeks({
    weeks: 13,
    now: new Date(),
    timeZone: metrics.timeZone,
  });
  query.set('from', longer.from);
  query.set('to', longer.to);
  return (
    <TooFew
      what={what}
      n={n}
      valuesSeconds={values}
      longerTo={isShort ? `${pathname}?${query}` : undefined}
    />
  );
}
