import BellIcon from '@material-ui/icons/NotificationsNone';
import OctagonIcon from '@material-ui/icons/ReportOutlined';
import TriangleIcon from '@material-ui/icons/ReportProblemOutlined';
import { formatBudget } from '../../format/formatBudget';
import { formatMoment } from '../../format/formatMoment';
import { formatWrittenPercent } from '../../format/formatPercent';
import type { SloNote } from '../../notes/SloNote';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { NoteBox } from './NoteBox';

const looks = {
  notify: { tone: 'quiet', icon: BellIcon },
  review: { tone: 'warn', icon: TriangleIcon },
  freeze: { tone: 'bad', icon: OctagonIcon },
} as const;

/** What the error budget policy asks for now, in its own words. */
export function PolicyNote(props: {
  note: Extract<SloNote, { kind: 'policy' }>;
  now: Date;
}) {
  const { note, now } = props;
  const { slo, active, effect } = note;
  const t = useSloTranslation();
  return (
    <NoteBox {...looks[effect]} title={active.action}>
      {t('note.policy.why', {
        name: slo.name,
        used: formatBudget(slo.budget.consumed).used,
        threshold: formatWrittenPercent(active.threshold),
        since: formatMoment(active.since, { now }),
      })}
      {effect === 'freeze' && ` ${t('note.policy.rollbacks')}`}
    </NoteBox>
  );
}
