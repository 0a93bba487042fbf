import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import type { DeploymentDetail } from '@golden-path/backstage-plugin-dora-common';
import { recoverySeconds } from '../../deployments/recoverySeconds';
import { formatDuration } from '../../format/formatDuration';
import { METRIC_NAMES, type MetricName } from '../../period/MetricName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { TabCard } from '../TabCard';

/** For each of the five metrics whether the deployment counts, and why. */
export function HowItCounts({ deployment }: { deployment: DeploymentDetail }) {
  const t = useDoraTranslation();
  const title = t('deployment.counts.title');
  return (
    <TabCard title={title}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('deployment.counts.metric')}</th>
            <th scope="col">{t('deployment.counts.counted')}</th>
            <th scope="col">{t('deployment.counts.why')}</th>
          </tr>
        </thead>
        <tbody>
          {METRIC_NAMES.map(metric => (
            <tr key={metric}>
              <td>{t(`deployment.counts.metrics.${metric}`)}</td>
              <td className="line">
                <Counted deployment={deployment} metric={metric} />
              </td>
              <td>{deployment.explanations[metric]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabCard>
  );
}

function Counted(props: { deployment: DeploymentDetail; metric: MetricName }) {
  const { deployment, metric } = props;
  const t = useDoraTranslation();
  if (deployment.counted[metric] !== true) {
    return (
      <IconWord icon={BlockIcon} tone="quiet">
        {t('deployment.counts.no')}
      </IconWord>
    );
  }
  if (metric === 'changeFailRate' && deployment.failed) {
    return (
      <IconWord icon={CloseIcon} tone="bad">
        {t('deployment.counts.asFailed')}
      </IconWord>
    );
  }
  const text = {
    deploymentFrequency: t('deployment.counts.yes'),
    changeLeadTime: t('deployment.counts.changes', {
      count: deployment.changes,
    }),
    changeFailRate: t('deployment.counts.yes'),
    failedDeploymentRecoveryTime: formatDuration(recoverySeconds(deployment)),
    deploymentReworkRate: t('deployment.counts.asRework'),
  }[metric];
  return (
    <IconWord icon={CheckIcon} tone="ok">
      {text}
    </IconWord>
  );
}
