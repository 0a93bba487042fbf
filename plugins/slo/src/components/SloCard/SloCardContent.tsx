import { makeStyles } from '@material-ui/core/styles';
import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import type { SloNote } from '../../notes/SloNote';
import { sloNotes } from '../../notes/sloNotes';
import { cardFoot } from '../../slo/cardFoot';
import { worstFirst } from '../../slo/worstFirst';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { CardFoot } from '../CardFoot';
import { SloNotes } from '../SloNotes';
import { SloRow } from '../SloRow';
import { NoSlo } from './NoSlo';

const useStyles = makeStyles(
  theme => ({
    root: {
      containerType: 'inline-size',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
    },
    rows: {
      '$root > * + &': {
        paddingTop: theme.spacing(2),
        borderTop: `1px solid ${statusTone(theme).line}`,
      },
    },
  }),
  { name: 'SloCardContent' },
);

/** The card below its title: note, SLOs with the worst first, foot. */
export function SloCardContent(props: {
  budget: EntityBudget;
  now: Date;
  /** Why the newest request failed: the numbers are older ones. */
  error?: Error;
  retry: () => void;
}) {
  const { budget, now, error, retry } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const slos = worstFirst(budget.slos);
  const loadErrors: SloNote[] = error
    ? [{ kind: 'loadError', error, retry, numbersOf: now }]
    : [];
  return (
    <div className={classes.root}>
      <SloNotes
        notes={[...loadErrors, ...sloNotes({ ...budget, slos })]}
        now={now}
        sloCount={slos.length}
      />
      {slos.length === 0 && <NoSlo budget={budget} />}
      {slos.length > 0 && (
        <>
          <div className={classes.rows}>
            {slos.map(slo => (
              <SloRow key={slo.id} slo={slo} now={now} />
            ))}
          </div>
          <CardFoot parts={cardFoot({ slos, now, t })} />
        </>
      )}
    </div>
  );
}
