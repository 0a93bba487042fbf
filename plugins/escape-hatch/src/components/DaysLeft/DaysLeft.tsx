import CheckIcon from '@material-ui/icons/Check';
import WarningIcon from '@material-ui/icons/Warning';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { daysUntil } from '../../format/daysUntil';
import { formatEnd } from '../../format/formatEnd';
import { SOON_DAYS } from '../../states/soonDays';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { IconWord } from '../IconWord';

/** How long an active escape hatch still counts: `52 days left, until Thu 14 Jan`. */
export function DaysLeft(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const t = useEscapeHatchTranslation();
  const { expiresAt, timeZone } = request;
  const count = request.daysLeft ?? daysUntil(expiresAt, now);
  const isSoon = count <= SOON_DAYS;
  const left =
    count === 0 ? t('state.lastDay') : t('state.daysLeft', { count });
  const until = t('state.until', {
    date: formatEnd(expiresAt, { now, timeZone }),
  });
  return (
    <IconWord
      icon={isSoon ? WarningIcon : CheckIcon}
      tone={isSoon ? 'warn' : 'ok'}
    >
      {`${left}, ${until}`}
    </IconWord>
  );
}
