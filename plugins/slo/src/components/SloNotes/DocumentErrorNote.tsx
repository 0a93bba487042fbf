import ErrorIcon from '@material-ui/icons/HighlightOff';
import { Link } from '@backstage/core-components';
import { formatMoment } from '../../format/formatMoment';
import type { SloNote } from '../../notes/SloNote';
import { lineUrl } from '../../slo/lineUrl';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { NoteBox } from './NoteBox';

/** More than these the file itself shows better. */
const SHOWN = 5;

/** Every error with its place and what was expected there. */
export function DocumentErrorNote(props: {
  note: Extract<SloNote, { kind: 'documentError' }>;
  now: Date;
}) {
  const { note, now } = props;
  const { file, problems, document } = note;
  const t = useSloTranslation();
  const hidden = problems.length - SHOWN;
  return (
    <NoteBox
      tone="bad"
      icon={ErrorIcon}
      title={t('note.documentError.title', { file, count: problems.length })}
    >
      {document
        ? t('note.documentError.lastGood', {
            time: formatMoment(document.readAt, { now }),
          })
        : t('card.allBroken')}
      {problems.slice(0, SHOWN).map(({ line, column, path, message }) => {
        const place = `${line}:${column}`;
        const url = document?.url && lineUrl(document.url, line);
        return (
          <div key={`${place} ${path} ${message}`}>
            {url ? <Link to={url}>{place}</Link> : place}{' '}
            {path ? `${path}: ${message}` : message}
          </div>
        );
      })}
      {hidden > 0 && (
        <div>{t('note.documentError.moreProblems', { count: hidden })}</div>
      )}
    </NoteBox>
  );
}
