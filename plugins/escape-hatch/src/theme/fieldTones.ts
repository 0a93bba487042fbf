import type { Theme } from '@material-ui/core/styles';
import { statusTone } from './statusTone';

/**
 * Fields in the font of their surroundings, and what is wrong with them in a red that can be read in the dark too: the
 * theme's own is for shapes.
 */
export function fieldTones(theme: Theme) {
  const { bad } = statusTone(theme);
  return {
    '& .MuiInputBase-root': { fontFamily: 'inherit' },
    '& .MuiFormHelperText-root.Mui-error, & .MuiFormLabel-root.Mui-error': {
      color: bad,
    },
    '& .MuiOutlinedInput-root.Mui-error .MuiOutlinedInput-notchedOutline': {
      borderColor: bad,
    },
  };
}
