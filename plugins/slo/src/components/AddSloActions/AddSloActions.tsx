import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useAddSloLink } from '../../hooks/useAddSloLink';
import { useButtonStyles } from '../../theme/useButtonStyles';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { SLO_DOCS_URL } from '../../slo/docsUrl';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
    waiting: { visibility: 'hidden' },
  }),
  { name: 'SloAddActions' },
);

/**
 * Ways to a first SLO: the template, where the portal has it, and the description. They appear together, once it is
 * known which there are, in a row that has its height from the start: nothing moves under the pointer.
 */
export function AddSloActions() {
  const t = useSloTranslation();
  const classes = useStyles();
  const buttonClasses = useButtonStyles();
  const { link, loading } = useAddSloLink();
  return (
    <div
      className={loading ? `${classes.root} ${classes.waiting}` : classes.root}
    >
      {link && (
        <LinkButton
          to={link}
          variant="contained"
          color="primary"
          size="small"
          className={buttonClasses.button}
          disableElevation
        >
          {t('card.addSlo')}
        </LinkButton>
      )}
      <LinkButton
        to={SLO_DOCS_URL}
        variant="outlined"
        size="small"
        className={buttonClasses.button}
      >
        {t('card.readHow')}
      </LinkButton>
    </div>
  );
}
