import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';
import type { Indicator } from '@golden-path/backstage-plugin-slo-common';
import { statusTone } from '../../theme/statusTone';
import {
  type SloTranslation,
  useSloTranslation,
} from '../../translation/useSloTranslation';

const useStyles = makeStyles(
  theme => ({
    root: { '& + &': { marginTop: theme.spacing(2) } },
    label: {
      marginBottom: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      fontWeight: 600,
    },
    expression: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
      border: `1px solid ${statusTone(theme).line}`,
      borderRadius: 4,
      background: statusTone(theme).quietTint,
      '& svg': { fontSize: 16, color: statusTone(theme).quiet },
      '& pre': {
        margin: theme.spacing(1, 0),
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '16px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      },
    },
  }),
  { name: 'SloExpressions' },
);

/** The PromQL behind an SLI, each expression ready to be copied. */
export function Expressions({ indicator }: { indicator: Indicator }) {
  const t = useSloTranslation();
  const classes = useStyles();
  return (
    <>
      {expressionsOf(indicator, t).map(({ what, text }) => (
        <div key={what} className={classes.root}>
          <div className={classes.label}>{what}</div>
          <div className={classes.expression}>
            <pre>{text}</pre>
            <CopyTextButton
              variant="tertiary"
              text={text}
              tooltipText={t('tab.definition.copied')}
              aria-label={t('tab.definition.copy', {
                what: what.toLowerCase(),
              })}
            />
          </div>
        </div>
      ))}
    </>
  );
}

function expressionsOf(
  indicator: Indicator,
  t: SloTranslation,
): { what: string; text: string }[] {
  if (indicator.form === 'slices') {
    return [{ what: t('tab.definition.query'), text: indicator.query }];
  }
  const { good, total } = indicator;
  const bad = indicator.form === 'ratio' ? indicator.bad : undefined;
  return [
    ...(good ? [{ what: t('tab.definition.good'), text: good }] : []),
    ...(bad ? [{ what: t('tab.definition.bad'), text: bad }] : []),
    { what: t('tab.definition.total'), text: total },
  ];
}
