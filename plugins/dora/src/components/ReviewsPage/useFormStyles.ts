import { makeStyles } from '@material-ui/core/styles';
import { fieldTones } from '../../theme/fieldTones';

/** Fields under each other, with room between them. */
export const useFormStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      // Labels on the edge of the first field must not be cut off.
      paddingTop: theme.spacing(1),
      ...fieldTones(theme),
    },
    fieldset: { margin: 0, padding: 0, border: 0 },
    legend: {
      padding: 0,
      marginBottom: theme.spacing(1.5),
      fontWeight: 600,
    },
    remove: { marginTop: theme.spacing(0.5) },
    action: { marginBottom: theme.spacing(2) },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'DoraReviewForm' },
);
