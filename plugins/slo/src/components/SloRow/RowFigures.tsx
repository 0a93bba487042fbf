import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { formatBurn } from '../../format/formatBurn';
import { formatSpan } from '../../format/formatDuration';
import { formatPercent } from '../../format/formatPercent';
import { burnOver } from '../../slo/burnOver';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.5, 1.5),
      alignContent: 'start',
      margin: 0,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
      '& dd': {
        margin: 0,
        textAlign: 'right',
        whiteSpace: 'nowrap',
        color: theme.palette.text.primary,
      },
    },
  }),
  { name: 'SloRowFigures' },
);

/** Burn rates that the card shows: the last hour and the last six. */
const BURN_SPANS = [3600, 21_600];

/** The SLI and how fast the budget burns now. */
export function RowFigures({ slo }: { slo: SloStatus }) {
  const t = useSloTranslation();
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      <dt>{t('card.figure.sli')}</dt>
      <dd>{formatPercent(slo.sli, 2)}</dd>
      {BURN_SPANS.map(seconds => [
        <dt key={`${seconds} term`}>
          {t('card.figure.burn', { span: formatSpan(seconds) })}
        </dt>,
        <dd key={seconds}>{formatBurn(burnOver(slo, seconds))}</dd>,
      ])}
    </dl>
  );
}
