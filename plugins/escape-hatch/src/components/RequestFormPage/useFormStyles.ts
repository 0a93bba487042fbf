import { makeStyles } from '@material-ui/core/styles';
import { fieldTones } from '../../theme/fieldTones';
import { statusTone } from '../../theme/statusTone';

/** Fields under each other or in pairs, with room between, in the suite's sizes. */
export const useFormStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
      ...fieldTones(theme),
      '& .MuiOutlinedInput-root': {
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
      },
      '& .MuiChip-root': { borderRadius: 4 },
    },
    pair: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(2),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    section: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '28px',
      fontWeight: 600,
    },
    explain: { margin: 0, color: statusTone(theme).quiet },
  }),
  { name: 'EscapeHatchRequestForm' },
);
