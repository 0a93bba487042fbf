import PauseIcon from '@material-ui/icons/Pause';
import CheckIcon from '@material-ui/icons/Check';
import EventIcon from '@material-ui/icons/Event';
import ClockIcon from '@material-ui/icons/Schedule';
import SwapIcon from '@material-ui/icons/SwapHoriz';
import WarningIcon from '@material-ui/icons/Warning';
import type {
  EscapeHatchRequest,
  RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { daysUntil } from '../format/daysUntil';
import { formatEndDay } from '../format/formatEnd';
import { formatWeekday } from '../format/formatMoment';
import { personName } from '../format/personName';
import { SOON_DAYS } from '../states/soonDays';
import { endText } from './endText';
import type { Note } from './Note';
import type { ViewContext } from './ViewContext';

/** Of a scheduled or active escape hatch: what takes its force, what is due, and how long it still counts. */
export function runningNotes(
  request: EscapeHatchRequest,
  context: ViewContext,
): Note[] {
  return [
    ...ownerNote(request, context),
    ...reviewNote(request, context),
    timeNote(request, context),
  ];
}

function ownerNote(request: EscapeHatchRequest, context: ViewContext): Note[] {
  const { t } = context;
  const { flags, confirmBy } = request;
  const isSuspended = flags.includes('suspended');
  if (!isSuspended && !flags.includes('owner_changed')) {
    return [];
  }
  const service = personName(request.entityRef);
  const date = confirmBy ? formatEndDay(confirmBy, context) : '–';
  return [
    {
      id: 'owner',
      tone: 'warn',
      icon: { icon: isSuspended ? PauseIcon : SwapIcon, tone: 'warn' },
      headline: isSuspended
        ? t('request.note.suspended')
        : t('request.note.ownerChanged', { service }),
      text: [
        isSuspended
          ? t('request.note.suspendedText', { service, date })
          : t('request.note.ownerChangedText', { date }),
      ],
      actions: allowed(request, 'confirm-owner'),
    },
  ];
}

function reviewNote(request: EscapeHatchRequest, { t }: ViewContext): Note[] {
  return request.flags.includes('review_due')
    ? [
        {
          id: 'review',
          tone: 'warn',
          icon: { icon: ClockIcon, tone: 'warn' },
          headline: t('request.note.review'),
          text: [t('request.note.reviewText')],
          actions: allowed(request, 'review'),
        },
      ]
    : [];
}

function timeNote(request: EscapeHatchRequest, context: ViewContext): Note {
  const { t, now } = context;
  const end = endText(request.expiresAt, context);
  const renew = allowed(request, 'renew');
  if (request.phase === 'scheduled') {
    return {
      id: 'scheduled',
      tone: 'quiet',
      icon: { icon: EventIcon, tone: 'quiet' },
      headline: t('request.note.scheduled', {
        start: formatWeekday(request.activeFrom ?? now, context),
        end,
      }),
      text: [t('request.note.scheduledText')],
      actions: renew,
    };
  }
  const count = request.daysLeft ?? daysUntil(request.expiresAt, now);
  const isSoon = count <= SOON_DAYS;
  return {
    id: 'active',
    tone: isSoon ? 'warn' : 'quiet',
    icon: isSoon
      ? { icon: WarningIcon, tone: 'warn' }
      : { icon: CheckIcon, tone: 'ok' },
    headline:
      count === 0
        ? t('request.note.lastDay', { end })
        : t('request.note.left', { count, end }),
    text: isSoon
      ? [
          t('request.note.soonText'),
          ...(renew.length > 0 ? [t('request.note.soonRenew')] : []),
        ]
      : [
          t('request.note.activeText', {
            service: personName(request.entityRef),
            rules: request.rules.join(', '),
          }),
        ],
    actions: renew,
  };
}

function allowed(
  request: EscapeHatchRequest,
  action: RequestAction,
): RequestAction[] {
  return request.allowedActions.filter(candidate => candidate === action);
}
