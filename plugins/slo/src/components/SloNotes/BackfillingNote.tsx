import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import LoopIcon from '@material-ui/icons/Loop';
import { formatDay } from '../../format/formatMoment';
import type { SloNote } from '../../notes/SloNote';
import { windowSeconds } from '../../slo/windowSeconds';
import { countInSpan, wordsForSpan } from '../../slo/wordsForSpan';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { AboutSlos } from './AboutSlos';
import { NoteBox } from './NoteBox';

const useStyles = makeStyles(
  theme => ({
    progress: {
      margin: theme.spacing(0.5, 0, 1),
      backgroundColor: statusTone(theme).track,
    },
    // Movement only by progress itself.
    bar: { transition: 'none' },
  }),
  { name: 'SloBackfillingNote' },
);

/** The window is being read from the source, newest first. */
export function BackfillingNote(props: {
  note: Extract<SloNote, { kind: 'backfilling' }>;
  now: Date;
  isShared: boolean;
}) {
  const { note, now, isShared } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const [{ window, data }] = note.slos;
  const length = windowSeconds(window);
  const to = Date.parse(data.watermark ?? window.to);
  const from = new Date(Date.parse(window.to) - note.loaded * length * 1000);
  const words = wordsForSpan(length, t);
  return (
    <NoteBox
      tone="quiet"
      icon={LoopIcon}
      title={t('note.backfilling.title', {
        loaded: countInSpan(note.loaded * length, length),
        window: words,
      })}
    >
      <LinearProgress
        variant="determinate"
        value={Math.round(note.loaded * 100)}
        aria-label={t('note.backfilling.progress')}
        classes={{ root: classes.progress, bar: classes.bar }}
      />
      {isShared && <AboutSlos slos={note.slos} />}
      {t('note.backfilling.covers', {
        from: formatDay(from, { now }),
        to: formatDay(new Date(to), { now }),
      })}{' '}
      {t('note.backfilling.waits', { window: words })}
    </NoteBox>
  );
}
