import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from './statusTone';

/** Buttons that stay pressed, alone or side by side. */
export const useToggleStyles = makeStyles(
  theme => ({
    root: {
      height: 32,
      padding: theme.spacing(0, 1.5),
      border: `1px solid ${statusTone(theme).outline}`,
      color: statusTone(theme).quiet,
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      letterSpacing: 'normal',
      textTransform: 'none',
      whiteSpace: 'nowrap',
      '&$selected, &$selected:hover': {
        color: theme.palette.text.primary,
        fontWeight: 600,
        background: statusTone(theme).quietTint,
        boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    selected: {},
  }),
  { name: 'EscapeHatchToggle' },
);
