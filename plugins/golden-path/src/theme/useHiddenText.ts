import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'GoldenPathHiddenText' },
);

/** Class of words that only a screen reader needs, where an icon says them to everybody else. */
export function useHiddenText(): string {
  return useStyles().hidden;
}
