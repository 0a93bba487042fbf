import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import SyncIcon from '@material-ui/icons/Sync';
import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { formatDay } from '../../format/formatMoment';
import { statusTone } from '../../theme/statusTone';
import {
  type DoraTranslation,
  useDoraTranslation,
} from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';
import { StateBody } from './StateBody';

const useStyles = makeStyles(
  theme => ({
    track: {
      width: '100%',
      height: 8,
      borderRadius: 1,
      backgroundColor: statusTone(theme).track,
    },
  }),
  { name: 'DoraReadingHistory' },
);

/** A source is reading what happened before it was configured. */
export function ReadingHistory(props: {
  source: DoraSourceStatus;
  now: Date;
  timeZone: string;
}) {
  const { source, now, timeZone } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const { progress, completeFrom } = source;
  return (
    <StateBody>
      <IconWord icon={SyncIcon} tone="accent">
        {progressText(progress, t)}
      </IconWord>
      {progress && (
        <LinearProgress
          className={classes.track}
          variant="determinate"
          value={percent(progress)}
          aria-label={t('state.reading.label', { source: source.id })}
        />
      )}
      {completeFrom && (
        <p className="sub">
          {t('state.reading.complete', {
            date: formatDay(completeFrom, { now, timeZone }),
          })}
        </p>
      )}
    </StateBody>
  );
}

type Progress = NonNullable<DoraSourceStatus['progress']>;

/** Floored: the last percent is not there before the last commit is. */
function percent({ done, total }: Progress): number {
  return total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
}

function progressText(
  progress: Progress | undefined,
  t: DoraTranslation,
): string {
  if (!progress) {
    return t('state.reading.begun');
  }
  const counts = {
    done: formatCount(progress.done),
    total: formatCount(progress.total),
  };
  return progress.etaSeconds === null
    ? t('state.reading.progress', counts)
    : t('state.reading.left', {
        ...counts,
        time: formatDuration(roundEta(progress.etaSeconds)),
      });
}

/** An estimate is told in whole minutes, at least one. */
function roundEta(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60)) * 60;
}
