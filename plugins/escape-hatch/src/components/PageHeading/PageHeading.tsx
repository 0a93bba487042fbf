import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      lineHeight: '32px',
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'EscapeHatchPageHeading' },
);

/** What a page is about, and what can be done with the whole of it. */
export function PageHeading(props: {
  title: ReactNode;
  /** Facts below the title. */
  facts?: ReactNode;
  /** Controls at the right. */
  children?: ReactNode;
}) {
  const { title, facts, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <div>
        <h2 className={classes.title}>{title}</h2>
        {facts}
      </div>
      {children && <div className={classes.controls}>{children}</div>}
    </div>
  );
}
