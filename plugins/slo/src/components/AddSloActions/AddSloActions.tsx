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
  }),
  { name: 'SloAddActions' },
);

/** Ways to a first SLO: the template, where the portal has it, and the description. */
export function AddSloActions() {
  const t = useSloTranslation();
  const classes = useStyles();
  const buttonClasses = useButtonStyles();
  const addSloLink = useAddSloLink();
  return (
    <div className={classes.root}>
      {addSloLink && (
        <LinkButton
          to={addSloLink}
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
