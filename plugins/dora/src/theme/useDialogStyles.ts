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
      '& .MuiFormControlLabel-label': {
        fontSize: 'inherit',
        lineHeight: 'inherit',
      },
      ...fieldTones(theme),
    },
    text: {
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      color: statusTone(theme).quiet,
    },
    label: {
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
      color: theme.palette.text.primary,
    },
    field: { marginTop: theme.spacing(2) },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'DoraDialog' },
);
