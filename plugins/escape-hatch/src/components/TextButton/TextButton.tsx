import type { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: 'inherit',
      fontSize: 'inherit',
      lineHeight: 'inherit',
      verticalAlign: 'baseline',
      color: theme.palette.primary.main,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'EscapeHatchTextButton' },
);

/** A button within a sentence, which looks like a link. */
export function TextButton(props: {
  onClick: () => void;
  children: ReactNode;
}) {
  const { onClick, children } = props;
  const classes = useStyles();
  return (
    <ButtonBase className={classes.root} disableRipple onClick={onClick}>
      {children}
    </ButtonBase>
  );
}
