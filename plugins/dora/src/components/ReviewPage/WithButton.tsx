import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(0, 2),
      // Without its padding at the left the button stands in line with the text, and the row is no higher.
      '& .MuiButton-root': { margin: '-5px 0 -5px -5px' },
    },
  }),
  { name: 'DoraWithButton' },
);

/** How something stands, with the button, if any, that changes it at the end of the line. */
export function WithButton(props: { button: ReactNode; children: ReactNode }) {
  const { button, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {children}
      {button && <span data-print="no">{button}</span>}
    </div>
  );
}
