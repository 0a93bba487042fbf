import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { budgetOf } from '../../objective/budgetOf';
import { formatLength } from '../../objective/formatLength';
import { parsePercent, percentText } from '../../objective/percent';
import { statusTone } from '../../theme/statusTone';
import { useFieldStyles } from '../../theme/useFieldStyles';
import {
  type GoldenPathTranslation,
  useGoldenPathTranslation,
} from '../../translation/useGoldenPathTranslation';
import { ObjectiveTable } from './ObjectiveTable';

/** Three nines: what people can keep without machines that roll back. */
const USUAL_MOST = parsePercent('99.9')!;

const DAY = 24 * 60 * 60;

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(1) },
    means: { fontWeight: 600 },
    warning: {
      display: 'flex',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
      padding: theme.spacing(1.5),
      borderRadius: 4,
      background: statusTone(theme).warnTint,
      '& svg': { flex: 'none', fontSize: 16, color: statusTone(theme).warn },
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
    },
  }),
  { name: 'GoldenPathObjectiveMeaning' },
);

/** An objective in minutes and in requests, and between its neighbours. */
export function ObjectiveMeaning(props: {
  percent: bigint;
  windowSeconds: number;
  /** What happens when the budget runs low; empty where nothing is said. */
  policy: string;
}) {
  const { percent, windowSeconds, policy } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  const { outageSeconds, failuresPerMillion } = budgetOf(
    percent,
    windowSeconds,
  );
  const window = `${windowSeconds / DAY}\u00a0d`;
  const failures = failuresPerMillion.toLocaleString('en-US', {
    maximumFractionDigits: 5,
  });
  return (
    <div className={classes.root}>
      <p className={classes.means} aria-live="polite">
        {t('objective.means', {
          percent: `${percentText(percent)}\u202f%`,
          window,
          outage: formatLength(outageSeconds, 'm'),
        })}
      </p>
      <p className={quiet}>
        {t('objective.meansMore', { failures })} {policy}
      </p>
      {percent > USUAL_MOST && (
        <div className={classes.warning} role="note">
          <ReportProblemOutlinedIcon aria-hidden />
          {t('objective.tooFast', { time: inWords(outageSeconds, t) })}
        </div>
      )}
      <ObjectiveTable
        percent={percent}
        windowSeconds={windowSeconds}
        window={window}
      />
    </div>
  );
}

function inWords(seconds: number, t: GoldenPathTranslation): string {
  return seconds < 60
    ? t('objective.seconds', { count: seconds })
    : t('objective.minutes', { count: Math.floor(seconds / 60) });
}
