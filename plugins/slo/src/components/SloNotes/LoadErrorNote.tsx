import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/HighlightOff';
import { ResponseError } from '@backstage/errors';
import { formatRecent } from '../../format/formatMoment';
import type { SloNote } from '../../notes/SloNote';
import {
  type SloTranslation,
  useSloTranslation,
} from '../../translation/useSloTranslation';
import { ActionButton } from '../ActionButton';
import { NoteBox } from './NoteBox';

const useStyles = makeStyles(
  theme => ({ retry: { marginTop: theme.spacing(2) } }),
  { name: 'SloLoadErrorNote' },
);

/** The backend gave no answer, or not a good one. */
export function LoadErrorNote(props: {
  note: Extract<SloNote, { kind: 'loadError' }>;
  now: Date;
}) {
  const { note, now } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  return (
    <>
      <NoteBox tone="bad" icon={ErrorIcon} title={t('card.loadError.title')}>
        {reason(note.error, t)}{' '}
        {note.numbersOf
          ? t('card.loadError.lastKnown', {
              time: formatRecent(note.numbersOf, { now }),
            })
          : t('card.loadError.unknown')}
      </NoteBox>
      <div className={classes.retry}>
        <ActionButton variant="outlined" onClick={note.retry}>
          {t('card.loadError.retry')}
        </ActionButton>
      </div>
    </>
  );
}

function reason(error: Error, t: SloTranslation): string {
  if (!(error instanceof ResponseError)) {
    return t('card.loadError.silent');
  }
  const status = String(error.statusCode);
  // What a 4xx says is meant for its reader; behind a 5xx there are inner workings.
  return error.statusCode < 500 && error.body.error.message
    ? t('card.loadError.answeredWith', {
        status,
        message: error.body.error.message,
      })
    : t('card.loadError.answered', { status });
}
