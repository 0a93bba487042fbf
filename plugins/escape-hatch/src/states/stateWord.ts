import type { ComponentType } from 'react';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import EditIcon from '@material-ui/icons/EditOutlined';
import EventIcon from '@material-ui/icons/Event';
import HourglassIcon from '@material-ui/icons/HourglassEmpty';
import PauseIcon from '@material-ui/icons/Pause';
import RemoveIcon from '@material-ui/icons/RemoveCircleOutline';
import ClockIcon from '@material-ui/icons/Schedule';
import UndoIcon from '@material-ui/icons/Undo';
import WarningIcon from '@material-ui/icons/Warning';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { IconWordTone } from '../components/IconWord';
import { daysSince } from '../format/daysSince';
import { daysUntil } from '../format/daysUntil';
import { lastInstant } from '../format/formatEnd';
import { formatDay } from '../format/formatMoment';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';
import { SOON_DAYS } from './soonDays';

/** How a state looks and reads. */
export interface Word {
  icon: ComponentType<SvgIconProps>;
  tone: IconWordTone;
  text: string;
}

/** What a request is now, in one word or few. What takes its force comes before where it stands. */
export function stateWord(options: {
  request: EscapeHatchRequest;
  now: Date;
  t: EscapeHatchTranslation;
  /** `Waits for Security`, where room is scarce. */
  isShort?: boolean;
}): Word {
  const { request, now, t, isShort = false } = options;
  const { phase, flags } = request;
  const context = { now, timeZone: request.timeZone };
  switch (phase) {
    case 'draft':
      return { icon: EditIcon, tone: 'quiet', text: t('state.draft') };
    case 'submitted':
      if (flags.includes('stalled')) {
        return { icon: PauseIcon, tone: 'warn', text: t('state.stalled') };
      }
      return {
        icon: ClockIcon,
        tone: 'accent',
        text: t(isShort ? 'state.waits' : 'state.submitted', {
          stage: currentStageTitle(request),
        }),
      };
    case 'changes_requested':
      return {
        icon: UndoIcon,
        tone: 'warn',
        text: t('state.changesRequested'),
      };
    case 'scheduled':
      return {
        icon: EventIcon,
        tone: 'quiet',
        text: t('state.scheduled', {
          date: formatDay(
            request.activeFrom ?? request.startsAt ?? now,
            context,
          ),
        }),
      };
    case 'active': {
      if (flags.includes('suspended')) {
        return { icon: PauseIcon, tone: 'warn', text: t('state.suspended') };
      }
      const count = request.daysLeft ?? daysUntil(request.expiresAt, now);
      const isSoon = count <= SOON_DAYS;
      return {
        icon: isSoon ? WarningIcon : CheckIcon,
        tone: isSoon ? 'warn' : 'ok',
        text:
          count === 0 ? t('state.activeLastDay') : t('state.active', { count }),
      };
    }
    case 'expired': {
      const count = daysSince(lastInstant(request.expiresAt), context);
      return {
        icon: BlockIcon,
        tone: 'quiet',
        text:
          count === 0 ? t('state.expiredToday') : t('state.expired', { count }),
      };
    }
    case 'rejected':
      return { icon: CloseIcon, tone: 'bad', text: t('state.rejected') };
    case 'withdrawn':
      return { icon: RemoveIcon, tone: 'quiet', text: t('state.withdrawn') };
    case 'lapsed':
      return { icon: HourglassIcon, tone: 'quiet', text: t('state.lapsed') };
    case 'revoked':
      return { icon: CloseIcon, tone: 'bad', text: t('state.revoked') };
    case 'superseded':
      return {
        icon: AutorenewIcon,
        tone: 'quiet',
        text: request.supersededBy
          ? t('state.supersededBy', {
              number: String(request.supersededBy.number),
            })
          : t('state.superseded'),
      };
    default:
      throw new Error(`Request ${request.id} has the unknown phase '${phase}'`);
  }
}

/** Title of the stage that waits. */
export function currentStageTitle(request: EscapeHatchRequest): string {
  const stage = request.stages.find(({ id }) => id === request.currentStage);
  return stage?.title ?? request.currentStage ?? '–';
}
