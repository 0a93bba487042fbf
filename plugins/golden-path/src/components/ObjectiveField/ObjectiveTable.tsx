import { makeStyles } from '@material-ui/core/styles';
import { budgetOf } from '../../objective/budgetOf';
import { formatLength } from '../../objective/formatLength';
import { neighbours } from '../../objective/neighbours';
import { percentText } from '../../objective/percent';
import { statusTone } from '../../theme/statusTone';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      table: {
        marginTop: theme.spacing(1),
        width: '100%',
        maxWidth: 400,
        borderCollapse: 'collapse',
        '& th, & td': {
          padding: theme.spacing(1),
          textAlign: 'right',
          whiteSpace: 'nowrap',
          borderBottom: `1px solid ${tone.line}`,
        },
        '& th:first-child': { textAlign: 'left' },
        '& thead th': {
          fontSize: theme.typography.pxToRem(12),
          lineHeight: '16px',
          color: tone.quiet,
          borderBottomColor: tone.outline,
        },
        '& tbody th': { fontWeight: 400 },
        '& tbody tr:last-child > *': { borderBottom: 0 },
      },
      current: {
        background: tone.quietTint,
        '&& > th': { fontWeight: 600 },
      },
    };
  },
  { name: 'GoldenPathObjectiveTable' },
);

/** An objective and the usual ones around it. */
export function ObjectiveTable(props: {
  percent: bigint;
  windowSeconds: number;
  /** The same in words. */
  window: string;
}) {
  const { percent, windowSeconds, window } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  return (
    <table className={classes.table} aria-label={t('objective.table')}>
      <thead>
        <tr>
          <th scope="col">{t('objective.title')}</th>
          <th scope="col">{t('objective.outage', { window })}</th>
          <th scope="col">{t('objective.perMillion')}</th>
        </tr>
      </thead>
      <tbody>
        {neighbours(percent).map(objective => {
          const budget = budgetOf(objective, windowSeconds);
          const isCurrent = objective === percent;
          return (
            <tr
              key={String(objective)}
              className={isCurrent ? classes.current : undefined}
              aria-current={isCurrent ? 'true' : undefined}
            >
              <th scope="row">{`${percentText(objective)}\u202f%`}</th>
              <td>{formatLength(budget.outageSeconds)}</td>
              <td>
                {budget.failuresPerMillion.toLocaleString('en-US', {
                  maximumFractionDigits: 5,
                })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
