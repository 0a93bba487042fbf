import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import ClockIcon from '@material-ui/icons/Schedule';
import WarningIcon from '@material-ui/icons/Warning';
import type { ReviewAction } from '@golden-path/backstage-plugin-dora-common';
import { formatDay } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { daysLeft } from '../../reviews/daysLeft';
import {
  type DoraTranslation,
  useDoraTranslation,
} from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';

/** How an action stands: open with the days that are left, late, done, or given up. */
export function ActionStateWord(props: {
  action: ReviewAction;
  context: MomentContext;
  /** Under a done action: when its outcome is asked for. */
  note?: string;
}) {
  const { action, context, note } = props;
  const t = useDoraTranslation();
  const { state, doneAt } = action;
  if (state === 'done') {
    return (
      <IconWord icon={CheckIcon} tone="ok">
        {doneAt
          ? t('review.actions.doneOn', { date: formatDay(doneAt, context) })
          : t('review.actions.done')}
        {note && <div className="small">{note}</div>}
      </IconWord>
    );
  }
  if (state === 'not-done') {
    return (
      <IconWord icon={BlockIcon} tone="quiet">
        {t('review.actions.notDone')}
      </IconWord>
    );
  }
  const left = daysLeft({ date: action.dueDate, ...context });
  return (
    <IconWord
      icon={left < 0 ? WarningIcon : ClockIcon}
      tone={left < 0 ? 'warn' : 'quiet'}
    >
      {openText(left, t)}
    </IconWord>
  );
}

function openText(left: number, t: DoraTranslation): string {
  if (left === 0) {
    return t('review.actions.today');
  }
  return left > 0
    ? t('review.actions.left', { count: left })
    : t('review.actions.late', { count: -left });
}
