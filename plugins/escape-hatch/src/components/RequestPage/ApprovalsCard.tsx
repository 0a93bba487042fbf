import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import PauseIcon from '@material-ui/icons/Pause';
import ClockIcon from '@material-ui/icons/Schedule';
import type {
  EscapeHatchRequest,
  RequestStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatMoment, formatWeekday } from '../../format/formatMoment';
import { joinNames } from '../../format/joinNames';
import { lowerFirst } from '../../format/lowerFirst';
import { shortRefs } from '../../format/shortRefs';
import { stageMembers } from '../../people/stageMembers';
import { whoName } from '../../people/whoName';
import type { ViewContext } from '../../request/ViewContext';
import { ApprovalSteps } from '../ApprovalSteps';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { PlainText } from '../PlainText';

const useStyles = makeStyles(
  theme => ({ root: { marginTop: theme.spacing(1) }, foot: { margin: 0 } }),
  { name: 'EscapeHatchApprovalsCard' },
);

/** Who approved, who may and who may not, and why. */
export function ApprovalsCard(props: {
  request: EscapeHatchRequest;
  context: ViewContext;
}) {
  const { request, context } = props;
  const { t } = context;
  const classes = useStyles();
  const { stages, currentStage, lapsesAt } = request;
  const current = stages.find(({ id }) => id === currentStage);
  const foot = [
    current && notEligible(current, context),
    lapsesAt &&
      t('request.approvals.lapses', { date: formatWeekday(lapsesAt, context) }),
  ].filter(Boolean);
  return (
    <HatchCard title={t('request.approvals.title')}>
      <div className={classes.root}>
        <ApprovalSteps
          label={t('request.approvals.title')}
          steps={stages.map((stage, i) => ({
            id: stage.id,
            title: stage.title,
            dot: stage.decision ? <CheckIcon /> : i + 1,
            isNow: stage.id === currentStage,
            children: <Stage stage={stage} {...props} />,
          }))}
        />
      </div>
      {foot.length > 0 && (
        <p className={`small ${classes.foot}`}>{foot.join(' ')}</p>
      )}
    </HatchCard>
  );
}

function Stage(props: {
  stage: RequestStage;
  request: EscapeHatchRequest;
  context: ViewContext;
}) {
  const { stage, request, context } = props;
  const { t } = context;
  const { decision } = stage;
  if (decision) {
    return (
      <>
        <IconWord icon={CheckIcon} tone="ok">
          {t('request.approvals.approved', {
            who: whoName({ ...context, ref: decision.by }),
            time: formatMoment(decision.at, context),
          })}
        </IconWord>
        <div className="small">
          {shortRefs(decision.reason)}
          {decision.comment && (
            <PlainText>
              {t('request.timeline.comment', { comment: decision.comment })}
            </PlainText>
          )}
        </div>
      </>
    );
  }
  const who = joinNames(
    eligible(stage).map(ref => whoName({ ...context, ref })),
    'or',
  );
  const members = stageMembers(stage, t);
  if (stage.id !== request.currentStage) {
    return (
      <>
        <div>{who || t('request.approvals.nobody')}</div>
        <div className="small">{members}</div>
      </>
    );
  }
  return (
    <>
      <IconWord
        icon={who ? ClockIcon : PauseIcon}
        tone={who ? 'accent' : 'warn'}
      >
        {who
          ? t('request.approvals.waitsFor', { who })
          : t('request.approvals.nobody')}
      </IconWord>
      <div className="small">
        {request.waitingSince
          ? t('request.approvals.since', {
              time: formatMoment(request.waitingSince, context),
              members,
            })
          : members}
      </div>
    </>
  );
}

function eligible({ candidates, approvers }: RequestStage): string[] {
  return candidates
    ? candidates.filter(c => c.eligible).map(({ ref }) => ref)
    : approvers;
}

/** `Not eligible: ml-engineer (asked for it), ml-lead and platform-lead (approved another stage).` */
function notEligible(
  { candidates = [] }: RequestStage,
  context: ViewContext,
): string | undefined {
  const { t } = context;
  const byReason = new Map<string, string[]>();
  for (const { ref, eligible: may, reason } of candidates) {
    if (!may) {
      byReason.set(reason, [...(byReason.get(reason) ?? []), ref]);
    }
  }
  const people = [...byReason].map(([reason, refs]) =>
    t('request.approvals.person', {
      who: joinNames(
        refs.map(ref => whoName({ ...context, ref })),
        'and',
      ),
      reason: lowerFirst(shortRefs(reason)).replace(/\.$/, ''),
    }),
  );
  return people.length > 0
    ? t('request.approvals.notEligible', { people: people.join(', ') })
    : undefined;
}
