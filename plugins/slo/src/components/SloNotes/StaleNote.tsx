import ClockIcon from '@material-ui/icons/Schedule';
import { parseEntityRef } from '@backstage/catalog-model';
import { formatDuration } from '../../format/formatDuration';
import { formatRecent } from '../../format/formatMoment';
import type { SloNote } from '../../notes/SloNote';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { AboutSlos } from './AboutSlos';
import { NoteBox } from './NoteBox';

/** No new data come: since when, why, what holds meanwhile and who knows. */
export function StaleNote(props: {
  note: Extract<SloNote, { kind: 'stale' }>;
  now: Date;
  isShared: boolean;
}) {
  const { note, now, isShared } = props;
  const t = useSloTranslation();
  const [{ data, ownerRef }] = note.slos;
  const time = formatRecent(note.watermark, { now });
  const age = (now.getTime() - Date.parse(note.watermark)) / 1000;
  return (
    <NoteBox
      tone="quiet"
      icon={ClockIcon}
      title={t('note.stale.title', { time, age: formatDuration(age) })}
    >
      {isShared && <AboutSlos slos={note.slos} />}
      {t('note.stale.kept', { time })}
      {data.notifiedAt &&
        ownerRef &&
        ` ${t('note.stale.notified', {
          owner: parseEntityRef(ownerRef).name,
          time: formatRecent(data.notifiedAt, { now }),
        })}`}
      {data.sourceError && <div>{data.sourceError.message}</div>}
    </NoteBox>
  );
}
