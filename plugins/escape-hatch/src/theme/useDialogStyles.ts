import { makeStyles } from '@material-ui/core/styles';
import { fieldTones } from './fieldTones';
import { statusTone } from './statusTone';

/** Dialogs and forms: the suite's sizes, and room between fields. */
export const useDialogStyles = makeStyles(
  theme => ({
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '28px',
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    content: {
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      ...fieldTones(theme),
      '& .MuiFormControlLabel-label': {
        fontFamily: 'inherit',
        fontSize: theme.typography.pxToRem(14),
      },
    },
    text: {
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      color: statusTone(theme).quiet,
    },
    label: {
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
      color: theme.palette.text.primary,
    },
    field: { marginTop: theme.spacing(2) },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'EscapeHatchDialog' },
);
