import type { ChangeLeadTime } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatPercent } from '../../format/formatPercent';
import { bucketLabel } from '../../leadTimes/bucketLabel';
import { useDoraTranslation } from '../../translation/useDoraTranslation';

/** The distribution in numbers. */
export function LeadTimesTable(props: {
  leadTime: ChangeLeadTime;
  label: string;
}) {
  const { leadTime, label } = props;
  const t = useDoraTranslation();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('chart.leadTimes.leadTime')}</th>
          <th scope="col" className="number">
            {t('chart.leadTimes.changes')}
          </th>
          <th scope="col" className="number">
            {t('chart.leadTimes.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {leadTime.histogram.map(bucket => (
          <tr key={bucket.fromSeconds}>
            <td>{bucketLabel(bucket, t)}</td>
            <td className="number">{formatCount(bucket.n)}</td>
            <td className="number">
              {formatPercent(bucket.n / leadTime.n, 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
