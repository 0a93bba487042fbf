import { makeStyles } from '@material-ui/core/styles';
import type { Bottleneck } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { formatPercent } from '../../format/formatPercent';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DeploymentName } from './DeploymentName';

const useStyles = makeStyles(
  theme => ({
    title: {
      margin: theme.spacing(2, 0, 0),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
    },
  }),
  { name: 'DoraWorstDeployments' },
);

/** The deployments whose changes waited longest in the bottleneck, by their part of its sum. */
export function WorstDeployments({ bottleneck }: { bottleneck: Bottleneck }) {
  const { stage, deployments } = bottleneck;
  const t = useDoraTranslation();
  const classes = useStyles();
  const name = { stage: t(`stage.inText.${stage}`) };
  const title =
    deployments.length === 5
      ? t('stage.worst.title5', name)
      : t('stage.worst.title', name);
  if (deployments.length === 0) {
    return null;
  }
  return (
    <>
      <h4 className={classes.title}>{title}</h4>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('stage.worst.deployment')}</th>
            <th scope="col" className="number">
              {t('stage.worst.changes')}
            </th>
            <th scope="col" className="number">
              {t('stage.worst.wait')}
            </th>
            <th scope="col" className="number">
              {t('stage.worst.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {deployments.map(deployment => (
            <tr key={deployment.id}>
              <td>
                <DeploymentName deployment={deployment} />
              </td>
              <td className="number">{formatCount(deployment.changes)}</td>
              <td className="number">
                {formatDuration(deployment.medianSeconds)}
              </td>
              <td className="number">{formatPercent(deployment.share, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
