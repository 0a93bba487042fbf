import LoopIcon from '@material-ui/icons/Loop';
import { Link } from '@backstage/core-components';
import { formatBudget } from '../../format/formatBudget';
import { formatMoment } from '../../format/formatMoment';
import { useTabLink } from '../../hooks/useTabLink';
import type { SloNote } from '../../notes/SloNote';
import { windowSeconds } from '../../slo/windowSeconds';
import { countInSpan, wordsForSpan } from '../../slo/wordsForSpan';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { AboutSlos } from './AboutSlos';
import { NoteBox } from './NoteBox';

/** The query has changed: its numbers begin anew, those of the old one are kept. */
export function NewQueryNote(props: {
  note: Extract<SloNote, { kind: 'newQuery' }>;
  now: Date;
  isShared: boolean;
}) {
  const { note, now, isShared } = props;
  const { slo, coveredSeconds, previous } = note;
  const t = useSloTranslation();
  const tabLink = useTabLink();
  const length = windowSeconds(slo.window);
  return (
    <NoteBox
      tone="quiet"
      icon={LoopIcon}
      title={t('note.newQuery.title', {
        time: formatMoment(slo.data.generationSince, { now }),
      })}
    >
      {isShared && <AboutSlos slos={[slo]} />}
      {t('note.newQuery.refills', {
        covered: countInSpan(coveredSeconds, length),
        window: wordsForSpan(length, t),
      })}{' '}
      {previous.consumed !== null &&
        t('note.newQuery.before', {
          used: formatBudget(previous.consumed).used,
        })}{' '}
      {tabLink && (
        <Link to={tabLink({ slo: slo.name, generation: previous.generation })}>
          {t('note.newQuery.history')}
        </Link>
      )}
    </NoteBox>
  );
}
