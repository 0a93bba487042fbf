import ClockIcon from '@material-ui/icons/Schedule';
import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';
import { waited } from '../../inbox/waited';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { IconWord } from '../IconWord';

/** From so many working days on approvers are reminded, so the wait is shown as long. */
const LONG_DAYS = 2;

/** How long an item has waited for the reader. */
export function WaitingWord(props: { item: InboxItem; now: Date }) {
  const { item, now } = props;
  const t = useEscapeHatchTranslation();
  return (
    <IconWord
      icon={ClockIcon}
      tone={item.workingDays >= LONG_DAYS ? 'warn' : 'quiet'}
    >
      {waited(item, now, t)}
    </IconWord>
  );
}
