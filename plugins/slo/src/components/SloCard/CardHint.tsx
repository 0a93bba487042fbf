import { makeStyles } from '@material-ui/core/styles';
import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import { documentErrors } from '../../notes/documentErrors';
import { shortRevision } from '../../slo/shortRevision';
import { statusTone } from '../../theme/statusTone';
import { useSloTranslation } from '../../translation/useSloTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginRight: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      whiteSpace: 'nowrap',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'SloCardHint' },
);

/** Beside the title: that nothing is judged now, or which version of a broken document is in force. */
export function CardHint({ budget }: { budget: EntityBudget }) {
  const t = useSloTranslation();
  const classes = useStyles();
  const [broken] = documentErrors(budget);
  const revision =
    broken?.kind === 'documentError' && broken.document?.revision;
  const isFrozen = budget.slos.some(({ data }) => data.frozen);
  const text = isFrozen
    ? t('card.frozen')
    : revision && shortRevision(revision);
  return text ? <span className={classes.root}>{text}</span> : null;
}
