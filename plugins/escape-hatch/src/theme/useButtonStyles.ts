import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from './statusTone';

/** Buttons read as sentences, in the font of their surroundings. */
export const useButtonStyles = makeStyles(
  theme => ({
    button: {
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
      textTransform: 'none',
      letterSpacing: 'normal',
      '&.MuiButton-outlined': { borderColor: statusTone(theme).outline },
    },
  }),
  { name: 'EscapeHatchButton' },
);
