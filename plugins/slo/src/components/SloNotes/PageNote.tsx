import BellIcon from '@material-ui/icons/NotificationsNone';
import { formatBurnByLimit, formatFactor } from '../../format/formatBurn';
import { formatDuration, formatSpan } from '../../format/formatDuration';
import { formatRecent } from '../../format/formatMoment';
import type { SloNote } from '../../notes/SloNote';
import { secondsToExhaustion } from '../../slo/secondsToExhaustion';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { AboutSlos } from './AboutSlos';
import { NoteBox } from './NoteBox';

/** The budget burns so fast that somebody should be awake. */
export function PageNote(props: {
  note: Extract<SloNote, { kind: 'page' }>;
  now: Date;
  isShared: boolean;
}) {
  const { note, now, isShared } = props;
  const { slo, alert } = note;
  const t = useSloTranslation();
  const longBurn = formatBurnByLimit(alert.longBurn);
  const rates = {
    long: formatSpan(alert.longSeconds),
    longBurn,
    short: formatSpan(alert.shortSeconds),
    shortBurn: formatBurnByLimit(alert.shortBurn),
    limit: formatFactor(alert.factor),
  };
  const exhaustion = secondsToExhaustion(slo, alert.longBurn);
  return (
    <NoteBox
      tone="bad"
      icon={BellIcon}
      title={t('note.page.title', { burn: longBurn })}
    >
      {isShared && <AboutSlos slos={[slo]} />}
      {alert.since
        ? t('note.page.rates', {
            ...rates,
            since: formatRecent(alert.since, { now }),
          })
        : t('note.page.ratesOnly', rates)}{' '}
      {exhaustion !== undefined &&
        t('note.page.exhaustion', { time: formatDuration(exhaustion) })}
    </NoteBox>
  );
}
