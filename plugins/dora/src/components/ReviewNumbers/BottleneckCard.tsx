import { useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Bottleneck,
  FrozenMetrics,
} from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../../format/formatDuration';
import { formatMonthName } from '../../format/formatMonth';
import { formatPercent } from '../../format/formatPercent';
import { moveMonth } from '../../reviews/moveMonth';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { WorstDeployments } from '../StagesCard/WorstDeployments';
import { TabCard } from '../TabCard';

/** Where the mean is so many times the median, a few long waits make it. */
const SKEWED = 2;

const useStyles = makeStyles(
  theme => ({
    name: {
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '28px',
      fontWeight: 600,
      marginRight: theme.spacing(1.5),
    },
    text: { margin: theme.spacing(1, 0) },
    // The text of the button stands under the text above.
    button: { marginLeft: -5 },
  }),
  { name: 'DoraBottleneckCard' },
);

/** The stage that held up most in the month, and the deployments that show it. */
export function BottleneckCard(props: {
  bottleneck: Bottleneck | null;
  stages: FrozenMetrics['stages'];
  /** `YYYY-MM` */
  month: string;
}) {
  const { bottleneck, stages, month } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (!bottleneck) {
    return (
      <TabCard title={t('review.bottleneck.title')}>
        <div className="quiet">{t('review.bottleneck.none')}</div>
      </TabCard>
    );
  }
  const { stage, share, previousShare } = bottleneck;
  const numbers = stages.find(({ name }) => name === stage);
  const median = numbers?.medianSeconds ?? null;
  const mean = numbers?.meanSeconds ?? null;
  const times = { median: formatDuration(median), mean: formatDuration(mean) };
  const isSkewed = median !== null && mean !== null && mean > SKEWED * median;
  return (
    <TabCard title={t('review.bottleneck.title')}>
      <span className={classes.name}>{t(`stage.name.${stage}`)}</span>
      <span className="quiet">
        {t('review.bottleneck.share', { share: formatPercent(share, 0) })}
      </span>
      <p className={`${classes.text} quiet`}>
        {previousShare !== null &&
          `${t('review.bottleneck.before', {
            share: formatPercent(previousShare, 0),
            month: formatMonthName(moveMonth(month, -1)),
          })} `}
        {isSkewed
          ? t('review.bottleneck.middleSkewed', times)
          : t('review.bottleneck.middle', times)}
      </p>
      {bottleneck.deployments.length > 0 && (
        <>
          <span className={classes.button} data-print="no">
            <ActionButton
              color="primary"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen
                ? t('review.bottleneck.hideWorst')
                : t('review.bottleneck.worst')}
            </ActionButton>
          </span>
          <div id={id} hidden={!isOpen} data-print="yes">
            <WorstDeployments bottleneck={bottleneck} />
          </div>
        </>
      )}
    </TabCard>
  );
}
