import TriangleIcon from '@material-ui/icons/ReportProblemOutlined';
import { formatPeriod } from '../../format/formatMoment';
import { formatPercent } from '../../format/formatPercent';
import type { SloNote } from '../../notes/SloNote';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { AboutSlos } from './AboutSlos';
import { NoteBox } from './NoteBox';

/** Some of the window was not measured; what was is judged all the same. */
export function PartialNote(props: {
  note: Extract<SloNote, { kind: 'partial' }>;
  now: Date;
  isShared: boolean;
}) {
  const { note, now, isShared } = props;
  const { slo, largestGap } = note;
  const t = useSloTranslation();
  return (
    <NoteBox
      tone="quiet"
      icon={TriangleIcon}
      title={t('note.partial.title', {
        coverage: formatPercent(slo.data.coverage, 0),
      })}
    >
      {isShared && <AboutSlos slos={[slo]} />}
      {largestGap &&
        `${t('note.partial.gap', {
          period: formatPeriod(largestGap.from, largestGap.to, { now }),
        })} `}
      {t('note.partial.judged')}
    </NoteBox>
  );
}
