import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import type { MetricName } from '../../period/MetricName';
import { isMedian, type SeriesStep } from '../../series/seriesSteps';
import { stepLabel } from '../../series/stepName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { TableRegion } from '../TableRegion';

/** Heading of the value, and of what it is a part or a median of. */
const columns = {
  deploymentFrequency: { value: 'deployments' },
  changeLeadTime: { value: 'leadTime', n: 'changes' },
  changeFailRate: { value: 'failed', n: 'ofDeployments' },
  failedDeploymentRecoveryTime: { value: 'recovery', n: 'recoveries' },
  deploymentReworkRate: { value: 'unplanned', n: 'ofDeployments' },
} as const;

/** The steps of the picture in numbers, each beside the same step of the period before. */
export function SeriesTable(props: {
  metric: MetricName;
  metrics: DoraMetrics;
  steps: SeriesStep[];
  label: string;
}) {
  const { metric, metrics, steps, label } = props;
  const { granularity, timeZone } = metrics;
  const t = useDoraTranslation();
  const heading = columns[metric];
  const hasPrevious = steps.some(({ previous }) => previous !== undefined);
  const hasFailed = metric === 'deploymentFrequency';
  const format = isMedian(metric) ? formatDuration : formatCount;
  return (
    <TableRegion label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('chart.table.from')}</th>
            <th scope="col" className="number">
              {t(`chart.table.${heading.value}`)}
            </th>
            {'n' in heading && (
              <th scope="col" className="number">
                {t(`chart.table.${heading.n}`)}
              </th>
            )}
            {hasPrevious && (
              <th scope="col" className="number">
                {t('chart.table.previous')}
              </th>
            )}
            {hasFailed && (
              <th scope="col" className="number">
                {t('chart.table.failed')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map(step => (
            <tr key={step.from}>
              <td className="line">
                {stepLabel(step.from, granularity, timeZone)}
              </td>
              <td className="number">{format(step.value)}</td>
              {'n' in heading && (
                <td className="number">{formatCount(step.n)}</td>
              )}
              {hasPrevious && (
                <td className="number">{format(step.previous)}</td>
              )}
              {hasFailed && (
                <td className="number">{formatCount(step.failed)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
