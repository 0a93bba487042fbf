import type { Delivery } from '../../hooks/useDelivery';
import { periodWindow } from '../../period/periodWindow';
import { ExportCsvButton } from '../ExportCsvButton';

/** Saves the series of what is shown. */
export function ExportMetricsButton({ delivery }: { delivery: Delivery }) {
  const { scope, period, context } = delivery;
  return (
    <ExportCsvButton
      list="metrics"
      query={{
        scope,
        ...periodWindow(period.period, context.timeZone),
        granularity: period.granularity,
      }}
      scope={scope}
      period={period.period}
    />
  );
}
