import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      borderRadius: 8,
      backgroundColor: theme.palette.background.paper,
    },
    title: { fontSize: 20, fontWeight: 600, lineHeight: '28px' },
    action: { marginTop: 'auto', paddingTop: theme.spacing(1) },
    wide: {
      gridColumn: 'span 2',
      '@media (max-width: 700px)': { gridColumn: 'auto' },
    },
  }),
  { name: 'PortalHomeCard' },
);

export function HomeCard({
  title,
  wide,
  action,
  children,
}: {
  title: string;
  wide?: boolean;
  action: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();

  return (
    <section
      className={wide ? `${classes.root} ${classes.wide}` : classes.root}
      aria-labelledby={id}
    >
      <Typography component="h2" id={id} className={classes.title}>
        {title}
      </Typography>
      <Typography component="div" variant="body2">
        {children}
      </Typography>
      <Typography component="div" variant="body2" className={classes.action}>
        {action}
      </Typography>
    </section>
  );
}
