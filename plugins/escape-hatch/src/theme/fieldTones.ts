import type { Theme } from '@material-ui/core/styles';
import { statusTone } from './statusTone';

/** What is wrong with a field, in a red that can be read in the dark too: the theme's own is for shapes. */
export function fieldTones(theme: Theme) {
  const { bad } = statusTone(theme);
  return {
    '& .MuiFormHelperText-root.Mui-error, & .MuiFormLabel-root.Mui-error': {
      color: bad,
    },
    '& .MuiOutlinedInput-root.Mui-error .MuiOutlinedInput-notchedOutline': {
      borderColor: bad,
    },
  };
}
