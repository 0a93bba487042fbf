import type { Ref } from 'react';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatMoment } from '../../format/formatMoment';
import { whoName } from '../../people/whoName';
import { timelineWords } from '../../request/timelineWords';
import type { ViewContext } from '../../request/ViewContext';
import { ActionButton } from '../ActionButton';
import { IconWord } from '../IconWord';
import { NoteBox } from '../NoteBox';

/** The request is no longer what the reader sees: nothing changes under their eyes, and no decision goes astray. */
export function NewerNote(props: {
  focusRef: Ref<HTMLDivElement>;
  shown: EscapeHatchRequest;
  newer: EscapeHatchRequest;
  /** A decision was refused because of it. */
  isLost: boolean;
  context: ViewContext;
  onShow: () => void;
}) {
  const { focusRef, shown, newer, isLost, context, onShow } = props;
  const { t } = context;
  const entry = newer.timeline?.at(-1);
  return (
    <NoteBox
      tone={isLost ? 'bad' : 'accent'}
      focusRef={focusRef}
      isAlert
      buttons={
        <ActionButton variant="outlined" onClick={onShow}>
          {t('request.note.show', { version: String(newer.version) })}
        </ActionButton>
      }
    >
      <IconWord
        icon={isLost ? ErrorIcon : InfoIcon}
        tone={isLost ? 'bad' : 'accent'}
      >
        <strong>
          {isLost ? t('request.note.lost') : t('request.note.newer')}
        </strong>
      </IconWord>
      <p className="quiet">
        {entry &&
          `${t('request.note.changed', {
            before: String(shown.version),
            after: String(newer.version),
            what: timelineWords({ entry, request: newer, t }),
            who: whoName({ ...context, ref: entry.actor }),
            time: formatMoment(entry.at, context),
          })} `}
        {isLost && t('request.note.lostText')}
      </p>
    </NoteBox>
  );
}
