import { lazy, Suspense } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Episode,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { burnDownSentence } from '../../burnDown/burnDownSentence';
import type { BurnDown } from '../../hooks/useBurnDown';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { BurnDownTable } from '../BurnDownTable';
import { SloSkeleton } from '../SloSkeleton';

/** The chart and its scales come as a chunk of their own. */
const BurnDownChart = lazy(() =>
  import('../BurnDownChart').then(m => ({ default: m.BurnDownChart })),
);

const useStyles = makeStyles(
  theme => ({ sentence: { margin: theme.spacing(1, 0, 0) } }),
  { name: 'SloBurnDownContent' },
);

/** The burn-down as picture or table, and as a sentence in any case. */
export function BurnDownContent(props: {
  slo: SloStatus;
  burnDown: BurnDown;
  episodes: Episode[];
  isTable: boolean;
  now: Date;
  height: number;
}) {
  const { slo, burnDown, episodes, isTable, now, height } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const { view, points, marks } = burnDown;
  if (points.every(({ left }) => left === null)) {
    return <p className={classes.sentence}>{t('burnDown.empty')}</p>;
  }
  const sentence = burnDownSentence({ slo, view, points, episodes, now, t });
  return (
    <>
      {isTable ? (
        <BurnDownTable slo={slo} points={points} now={now} height={height} />
      ) : (
        <Suspense
          fallback={
            <SloSkeleton label={t('burnDown.loading')} height={height} />
          }
        >
          <BurnDownChart
            slo={slo}
            view={view}
            points={points}
            marks={marks}
            sentence={sentence}
            now={now}
          />
        </Suspense>
      )}
      <p className={classes.sentence}>{sentence}</p>
    </>
  );
}
