import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { Link } from '@backstage/core-components';
import { useTabLink } from '../../hooks/useTabLink';
import { objectiveSentence } from '../../slo/objectiveSentence';
import { stateWords } from '../../slo/stateWords';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { Sparkline } from '../Sparkline';
import { StateWord } from '../StateWord';
import { RowBudget } from './RowBudget';
import { RowFigures } from './RowFigures';

/** Widths of the card's content, not of the page, decide its form. */
const NARROW = '@container (max-width: 479px)';
const HALF = '@container (min-width: 480px)';
const WIDE = '@container (min-width: 640px)';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${statusTone(theme).line}`,
      '&:first-child': { borderTop: 0, paddingTop: 0 },
      '&:last-child': { paddingBottom: 0 },
      [HALF]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        gap: theme.spacing(2),
        padding: theme.spacing(2, 0),
      },
      [WIDE]: {
        gridTemplateColumns:
          'minmax(0, 160px) minmax(0, 176px) minmax(96px, 1fr) minmax(0, 176px)',
      },
    },
    name: { fontWeight: 600 },
    objective: {
      margin: theme.spacing(0.5, 0, 1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
    words: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1) },
    extra: { minWidth: 0, [NARROW]: { display: 'none' } },
  }),
  { name: 'SloRow' },
);

/** One SLO on the card. */
export function SloRow({ slo, now }: { slo: SloStatus; now: Date }) {
  const t = useSloTranslation();
  const classes = useStyles();
  const tabLink = useTabLink();
  const hasTraffic = slo.data.state !== 'no-traffic' || slo.total > 0;
  const hasNumbers = hasTraffic && slo.budget.consumed !== null;
  return (
    <div className={classes.root} role="group" aria-label={slo.name}>
      <div>
        {tabLink ? (
          <Link className={classes.name} to={tabLink({ slo: slo.name })}>
            {slo.name}
          </Link>
        ) : (
          <span className={classes.name}>{slo.name}</span>
        )}
        <div className={classes.objective}>{objectiveSentence(slo, t)}</div>
        <div className={classes.words}>
          {stateWords(slo).map(state => (
            <StateWord key={state} state={state} />
          ))}
        </div>
      </div>
      <RowBudget slo={slo} hasTraffic={hasTraffic} />
      {hasNumbers && (
        <>
          <div className={classes.extra}>
            <Sparkline slo={slo} now={now} />
          </div>
          <div className={classes.extra}>
            <RowFigures slo={slo} />
          </div>
        </>
      )}
    </div>
  );
}
