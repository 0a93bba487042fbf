import type { DoraService } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { formatPercent } from '../../format/formatPercent';
import { FEWEST } from '../../metrics/fewest';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { EntityTabLink } from '../EntityTabLink';

/** One line for each service. */
export function ServicesTable(props: {
  label: string;
  services: DoraService[];
}) {
  const { label, services } = props;
  const t = useDoraTranslation();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('summary.services.service')}</th>
          <th scope="col" className="number">
            {t('summary.services.deployments')}
          </th>
          <th scope="col" className="number">
            {t('summary.services.leadTime')}
          </th>
          <th scope="col" className="number hide8">
            {t('summary.services.before')}
          </th>
          <th scope="col" className="number">
            {t('summary.services.failed')}
          </th>
          <th scope="col" className="hide8">
            {t('summary.services.bottleneck')}
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map(service => {
          const { changeLeadTime, changeFailRate, bottleneck } = service;
          return (
            <tr key={service.entityRef}>
              <td>
                <EntityTabLink entityRef={service.entityRef} />
              </td>
              <td className="number">
                {formatCount(service.deploymentFrequency.n)}
              </td>
              <td className="number">{leadTime(changeLeadTime)}</td>
              <td className="number hide8">
                {formatDuration(changeLeadTime.previousMedianSeconds)}
              </td>
              <td className="number">
                {changeFailRate.n === 0
                  ? '–'
                  : t('summary.services.of', {
                      part: formatCount(changeFailRate.failed),
                      n: formatCount(changeFailRate.n),
                    })}
              </td>
              <td className="line hide8">
                {bottleneck ? (
                  <>
                    {t(`stage.name.${bottleneck.stage}`)}{' '}
                    <span className="quiet">
                      {formatPercent(bottleneck.share, 0)}
                    </span>
                  </>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function leadTime({ n, medianSeconds }: DoraService['changeLeadTime']) {
    if (n === 0) {
      return '–';
    }
    return n < FEWEST ? t('page.tooFew') : formatDuration(medianSeconds);
  }
}
