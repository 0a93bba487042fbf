import type { ReactNode } from 'react';
import CheckCircleOutlinedIcon from '@material-ui/icons/CheckCircleOutlined';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { ResponseError } from '@backstage/errors';
import type { TemplateCheck } from '@golden-path/backstage-plugin-golden-path-common';
import { errorText } from '../../api/errorText';
import { tallyOf } from '../../check/Tally';
import { tallyText } from '../../check/tallyText';
import type { CheckState } from '../../check/useTemplateCheck';
import { statusTone } from '../../theme/statusTone';
import { useFieldStyles } from '../../theme/useFieldStyles';
import {
  type GoldenPathTranslation,
  useGoldenPathTranslation,
} from '../../translation/useGoldenPathTranslation';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        display: 'flex',
        gap: theme.spacing(1),
        minHeight: 64,
        padding: theme.spacing(1.5),
        borderRadius: 4,
        overflowWrap: 'anywhere',
        '& svg': { flex: 'none', fontSize: 16, marginTop: 2 },
      },
      text: { flex: 1, minWidth: 0 },
      title: { fontWeight: 600 },
      progress: {
        marginTop: theme.spacing(1.5),
        // An answer that comes sooner needs none.
        animation: '$appear 0s 300ms both',
      },
      '@keyframes appear': { from: { visibility: 'hidden' } },
      ok: { background: tone.okTint, '& svg': { color: tone.ok } },
      warning: { background: tone.warnTint, '& svg': { color: tone.warn } },
      error: { background: tone.badTint, '& svg': { color: tone.bad } },
      running: { background: tone.quietTint },
    };
  },
  { name: 'GoldenPathCheckSummary' },
);

const ICONS = {
  ok: CheckCircleOutlinedIcon,
  warning: ReportProblemOutlinedIcon,
  error: ErrorOutlineIcon,
};

/** How the check went, in one sentence, which screen readers are told of as it changes. */
export function CheckSummary({ state }: { state: CheckState }) {
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  const { tone, title, detail } = summaryOf(state, t);
  const Icon = tone === 'running' ? undefined : ICONS[tone];
  return (
    <div
      role="status"
      aria-busy={tone === 'running'}
      className={`${classes.root} ${classes[tone]}`}
    >
      {Icon && <Icon aria-hidden />}
      <div className={classes.text}>
        <p className={classes.title}>{title}</p>
        {detail && <p className={quiet}>{detail}</p>}
        {tone === 'running' && (
          <LinearProgress className={classes.progress} aria-hidden />
        )}
      </div>
    </div>
  );
}

interface Summary {
  tone: 'running' | 'ok' | 'warning' | 'error';
  title: string;
  detail?: ReactNode;
}

function summaryOf(state: CheckState, t: GoldenPathTranslation): Summary {
  if (state.phase === 'running') {
    return { tone: 'running', title: t('check.running') };
  }
  if (state.phase === 'failed') {
    const { error } = state;
    const isRefused =
      error instanceof ResponseError && [400, 422].includes(error.statusCode);
    return {
      tone: 'error',
      title: t(isRefused ? 'check.failedRefused' : 'check.failed'),
      detail: `${errorText(error, t)} ${t('check.failedHint')}`,
    };
  }
  return resultOf(state.check, t);
}

function resultOf(check: TemplateCheck, t: GoldenPathTranslation): Summary {
  const { files, validation, seconds } = check;
  const tally = tallyOf(validation?.findings ?? []);
  const count = files.length;
  const found = tallyText(tally, t) ?? t('check.noFindings');
  const passed = validation?.rulesPassed ?? 0;
  return {
    tone: (tally.error && 'error') || (tally.warning && 'warning') || 'ok',
    title: t('check.inFiles', { count, found }),
    detail: [
      tally.error && t('check.correct', { count: tally.error }),
      validation ? t('check.passed', { count: passed }) : t('check.unchecked'),
      t('check.took', { seconds: seconds.toFixed(1) }),
    ]
      .filter(Boolean)
      .join(' '),
  };
}
