import { makeStyles } from '@material-ui/core/styles';
import type {
  Preview,
  RequestStage,
  RiskLevel,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { errorText } from '../../api/errorText';
import { eligibleNames } from '../../people/eligibleNames';
import { stageMembers } from '../../people/stageMembers';
import type { Me } from '../../hooks/useMe';
import type { PreviewState } from '../../hooks/usePreview';
import {
  type EscapeHatchTranslation,
  useEscapeHatchTranslation,
} from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { ApprovalSteps } from '../ApprovalSteps';
import { HatchCard } from '../HatchCard';

const useStyles = makeStyles(
  theme => ({
    steps: { marginTop: theme.spacing(1) },
    foot: { margin: 0 },
  }),
  { name: 'EscapeHatchApproversCard' },
);

/** Who would approve what the form asks for, and why just they. */
export function ApproversCard(props: {
  preview: PreviewState;
  /** What a preview takes is chosen. */
  isAsked: boolean;
  riskLevel: RiskLevel | '';
  me: Me | undefined;
}) {
  const { preview, isAsked, riskLevel, me } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const { value, error, isLoading, retry } = preview;
  return (
    <HatchCard title={t('form.approve.title')}>
      <div aria-live="polite" aria-busy={isLoading}>
        {!isAsked && <span className="quiet">{t('form.approve.none')}</span>}
        {isAsked && !value && !error && (
          <span className="quiet">{t('form.approve.loading')}</span>
        )}
        {isAsked && !value && error && (
          <>
            <p className={classes.foot}>
              {t('form.approve.failed', { reason: errorText(error, t) })}
            </p>
            <ActionButton variant="outlined" onClick={retry}>
              {t('common.loadError.retry')}
            </ActionButton>
          </>
        )}
        {isAsked && value && (
          <>
            <div className={classes.steps}>
              <ApprovalSteps
                label={t('form.approve.title')}
                steps={value.stages.map((stage, i) => ({
                  id: stage.id,
                  title: stage.title,
                  dot: i + 1,
                  children: (
                    <>
                      <div>
                        {eligibleNames(stage) || t('form.approve.nobody')}
                      </div>
                      <div className="small">
                        {whyThey({ stage, riskLevel, me, t })}
                      </div>
                    </>
                  ),
                }))}
              />
            </div>
            <p className={`small ${classes.foot}`}>{footOf(value, t)}</p>
          </>
        )}
      </div>
    </HatchCard>
  );
}

function whyThey(options: {
  stage: RequestStage;
  riskLevel: RiskLevel | '';
  me: Me | undefined;
  t: EscapeHatchTranslation;
}): string {
  const { stage, riskLevel, me, t } = options;
  const members = stageMembers(stage, t);
  const isMine = stage.candidates?.some(
    ({ ref, eligible }) => ref === me?.ref && !eligible,
  );
  let why = members;
  if (stage.id === 'long-running') {
    why = t('form.approve.longRunning', { members });
  } else if (stage.fallback) {
    why = t('form.approve.fallback', { members });
  } else if (stage.id !== 'owner' && riskLevel === 'high') {
    why = t('form.approve.risk', {
      members,
      level: t('common.risk.high').toLocaleLowerCase('en-GB'),
    });
  }
  return isMine ? `${why}. ${t('form.approve.notYou')}` : why;
}

function footOf(
  { stages, lapseWorkingDays }: Preview,
  t: EscapeHatchTranslation,
): string {
  const people =
    stages.length === 1
      ? t('form.approve.onePerson')
      : t('form.approve.people', { people: String(stages.length) });
  return `${people} ${t('form.approve.lapse', { count: lapseWorkingDays })}`;
}
