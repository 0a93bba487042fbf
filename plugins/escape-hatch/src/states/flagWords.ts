import ClockIcon from '@material-ui/icons/Schedule';
import SwapIcon from '@material-ui/icons/SwapHoriz';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatEndDay } from '../format/formatEnd';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';
import type { Word } from './stateWord';

/** What is to be known beside the state. What the state says itself (stalled, suspended) is not said again. */
export function flagWords(options: {
  request: EscapeHatchRequest;
  now: Date;
  t: EscapeHatchTranslation;
}): Word[] {
  const { request, now, t } = options;
  const { flags, confirmBy, timeZone } = request;
  const words: Word[] = [];
  if (flags.includes('review_due')) {
    words.push({ icon: ClockIcon, tone: 'warn', text: t('state.reviewDue') });
  }
  if (flags.includes('owner_changed') && !flags.includes('suspended')) {
    words.push({
      icon: SwapIcon,
      tone: 'warn',
      text: confirmBy
        ? t('state.ownerChangedBy', {
            date: formatEndDay(confirmBy, { now, timeZone }),
          })
        : t('state.ownerChanged'),
    });
  }
  return words;
}
