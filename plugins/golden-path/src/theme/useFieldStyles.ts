import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from './statusTone';

/** What the fields of the wizard share: sizes of text, and red that can be read in the dark too. */
export const useFieldStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        margin: 0,
        padding: 0,
        border: 0,
        minWidth: 0,
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        '& p': { margin: 0 },
        '& .MuiFormHelperText-root': {
          fontFamily: 'inherit',
          lineHeight: '16px',
        },
        '& .MuiFormHelperText-root.Mui-error, & .MuiFormLabel-root.Mui-error': {
          color: tone.bad,
        },
      },
      legend: {
        padding: 0,
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        fontWeight: 600,
      },
      quiet: {
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '16px',
        color: tone.quiet,
      },
      short: { maxWidth: 400 },
    };
  },
  { name: 'GoldenPathField' },
);
