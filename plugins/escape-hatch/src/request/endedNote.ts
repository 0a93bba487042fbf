import AutorenewIcon from '@material-ui/icons/Autorenew';
import BlockIcon from '@material-ui/icons/Block';
import CloseIcon from '@material-ui/icons/Close';
import HourglassIcon from '@material-ui/icons/HourglassEmpty';
import RemoveIcon from '@material-ui/icons/RemoveCircleOutline';
import type {
  EscapeHatchRequest,
  TimelineEntry,
  TransitionAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatClock, formatMoment } from '../format/formatMoment';
import { whoName } from '../people/whoName';
import { endText } from './endText';
import type { Note } from './Note';
import type { ViewContext } from './ViewContext';

/** Of a request that is over: how it ended, and the way to ask for the same again. */
export function endedNote(
  request: EscapeHatchRequest,
  context: ViewContext,
): Note {
  const { t } = context;
  const ended = (...actions: TransitionAction[]) =>
    endOf(request, actions, context);
  const note = { tone: 'quiet' as const, actions: [], isOver: true };
  switch (request.phase) {
    case 'rejected': {
      const { said, quote } = ended('reject');
      return {
        ...note,
        id: 'rejected',
        tone: 'bad',
        icon: { icon: CloseIcon, tone: 'bad' },
        headline: t('request.note.rejected', said),
        quote,
        text: [t('request.note.rejectedText')],
      };
    }
    case 'withdrawn': {
      const { said, quote } = ended('withdraw');
      return {
        ...note,
        id: 'withdrawn',
        icon: { icon: RemoveIcon, tone: 'quiet' },
        headline: t('request.note.withdrawn', said),
        quote,
        text: [],
      };
    }
    case 'lapsed':
      return {
        ...note,
        id: 'lapsed',
        icon: { icon: HourglassIcon, tone: 'quiet' },
        headline: t('request.note.lapsed', ended('lapse').said),
        text: [t('request.note.lapsedText')],
      };
    case 'superseded':
      return {
        ...note,
        id: 'superseded',
        icon: { icon: AutorenewIcon, tone: 'quiet' },
        headline: t('request.note.superseded', ended('supersede').said),
        link: request.supersededBy,
        text: [t('request.note.supersededText')],
        isOver: false,
      };
    case 'revoked': {
      const { said, quote, entry } = ended(
        'revoke',
        'review',
        'entity-removed',
      );
      return {
        ...note,
        id: 'revoked',
        tone: 'bad',
        icon: { icon: CloseIcon, tone: 'bad' },
        headline:
          entry?.action === 'entity-removed'
            ? t('request.note.removed', said)
            : t('request.note.revoked', said),
        quote,
        text: [honoured(request, context)],
      };
    }
    default:
      return {
        ...note,
        id: 'expired',
        icon: { icon: BlockIcon, tone: 'quiet' },
        headline: t('request.note.expired', {
          end: endText(request.expiresAt, context),
        }),
        text: [t('request.note.expiredText')],
      };
  }
}

/** Until when an agent that has lost contact may still let it through. */
function honoured(request: EscapeHatchRequest, context: ViewContext): string {
  const { t, now, timeZone } = context;
  const { revokedAt, honouredUntil } = request;
  if (!revokedAt || !honouredUntil) {
    return t('request.note.neverOut');
  }
  const time = formatClock(revokedAt, timeZone);
  return Date.parse(honouredUntil) > now.getTime()
    ? t('request.note.honoured', {
        time,
        until: formatMoment(honouredUntil, context),
      })
    : t('request.note.honouredOver', { time });
}

function endOf(
  request: EscapeHatchRequest,
  actions: TransitionAction[],
  context: ViewContext,
): {
  said: { time: string; who: string };
  quote?: string;
  entry?: TimelineEntry;
} {
  const entry = request.timeline?.findLast(({ action }) =>
    actions.includes(action),
  );
  return {
    said: {
      time: formatMoment(entry?.at ?? null, context),
      who: entry ? whoName({ ...context, ref: entry.actor }) : '–',
    },
    quote: entry?.comment,
    entry,
  };
}
