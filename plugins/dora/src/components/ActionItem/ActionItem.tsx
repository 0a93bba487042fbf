import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import ClockIcon from '@material-ui/icons/Schedule';
import WarningIcon from '@material-ui/icons/Warning';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReviewAction } from '@golden-path/backstage-plugin-dora-common';
import { formatDate } from '../../format/formatDate';
import { formatDay } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { daysLeft } from '../../reviews/daysLeft';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord, type IconWordTone } from '../IconWord';

type State = 'open' | 'overdue' | 'done' | 'notDone';

const looks: Record<
  State,
  { icon: ComponentType<SvgIconProps>; tone: IconWordTone }
> = {
  open: { icon: ClockIcon, tone: 'quiet' },
  overdue: { icon: WarningIcon, tone: 'warn' },
  done: { icon: CheckIcon, tone: 'ok' },
  notDone: { icon: CloseIcon, tone: 'quiet' },
};

/** What a review decided to do: by whom, by when, and what became of it. */
export function ActionItem(props: {
  action: ReviewAction;
  context: MomentContext;
}) {
  const { action, context } = props;
  const t = useDoraTranslation();
  const left = daysLeft({ date: action.dueDate, ...context });
  const state = stateOf(action, left);
  const { icon, tone } = looks[state];
  return (
    <IconWord icon={icon} tone={tone}>
      {t(`summary.review.${state}`)} <strong>{action.title}</strong>
      <div className="small">{details()}</div>
    </IconWord>
  );

  function details() {
    const owner = <EntityRefLink entityRef={action.owner} hideIcon />;
    const day = formatDate(action.dueDate, context);
    if (action.state === 'done' && action.doneAt) {
      return t('summary.actions.doneOn', {
        owner,
        day: formatDay(action.doneAt, context),
      });
    }
    if (action.state !== 'open') {
      return t('summary.actions.closed', { owner, day });
    }
    if (left === 0) {
      return t('summary.actions.today', { owner, day });
    }
    return left > 0
      ? t('summary.actions.due', { owner, day, count: left })
      : t('summary.actions.late', { owner, day, count: -left });
  }
}

function stateOf(action: ReviewAction, left: number): State {
  switch (action.state) {
    case 'done':
      return 'done';
    case 'not-done':
      return 'notDone';
    default:
      return left < 0 ? 'overdue' : 'open';
  }
}
