import { makeStyles } from '@material-ui/core/styles';
import ClockIcon from '@material-ui/icons/Schedule';
import type { Bottleneck } from '@golden-path/backstage-plugin-dora-common';
import { formatPercent } from '../../format/formatPercent';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { DeploymentName } from './DeploymentName';

/** From here on one deployment explains the stage. */
const MOST = 0.5;

const useStyles = makeStyles(
  theme => ({ root: { marginBottom: theme.spacing(1) } }),
  { name: 'DoraBottleneckSentence' },
);

/** The stage that holds up most; where it is the doing of one deployment, that one. */
export function BottleneckSentence({ bottleneck }: { bottleneck: Bottleneck }) {
  const { stage, share, previousShare, deployments } = bottleneck;
  const t = useDoraTranslation();
  const classes = useStyles();
  const name = t(`stage.inText.${stage}`);
  const [worst] = deployments;
  return (
    <div className={classes.root}>
      <IconWord icon={ClockIcon} tone="accent">
        <strong>{t('stage.bottleneck', { stage: name })}</strong>{' '}
        {previousShare === null
          ? t('stage.bottleneckShare', { share: formatPercent(share, 0) })
          : t('stage.bottleneckWas', {
              share: formatPercent(share, 0),
              previous: formatPercent(previousShare, 0),
            })}
        {worst && worst.share > MOST && (
          <>
            {' '}
            {t('stage.oneDeployment', {
              deployment: <DeploymentName deployment={worst} />,
              share: formatPercent(worst.share, 0),
            })}
          </>
        )}
      </IconWord>
    </div>
  );
}
