import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Logo } from '../../components/Logo';
import { DemoUserButton } from './DemoUserButton';
import { DemoUser } from './readDemoUsers';

const useStyles = makeStyles(
  theme => ({
    root: {
      minHeight: '100vh',
      display: 'flex',
      justifyContent: 'center',
      alignItems: 'center',
      padding: theme.spacing(4, 3),
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
      fontFamily: theme.typography.fontFamily,
    },
    content: { width: '100%', maxWidth: 960 },
    heading: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    title: { fontSize: 28, fontWeight: 600, lineHeight: 1.2, margin: 0 },
    intro: { maxWidth: 640, marginBottom: theme.spacing(3) },
    users: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    error: {
      padding: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(3),
      borderRadius: 8,
      border: `1px solid ${theme.palette.error.main}`,
      backgroundColor: theme.palette.background.paper,
    },
    foot: {
      marginTop: theme.spacing(3),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'PortalDemoUserList' },
);

export function DemoUserList({
  users,
  error,
  onChoose,
}: {
  users: DemoUser[];
  error?: Error;
  onChoose: (name: string) => void;
}) {
  const classes = useStyles();
  const title = useApi(configApiRef).getString('app.title');

  return (
    <main className={classes.root}>
      <div className={classes.content}>
        <div className={classes.heading}>
          <Logo size={48} />
          <Typography component="h1" className={classes.title}>
            {title}
          </Typography>
        </div>
        <Typography className={classes.intro}>
          This is a demo: sign in as any of its users, without a password. Each
          sees the portal with other eyes; sign out in the settings to try
          another.
        </Typography>
        {error && (
          <div role="alert" className={classes.error}>
            <strong>Could not sign in.</strong> {explain(error)}
          </div>
        )}
        <ul className={classes.users} aria-label="Users of the demo">
          {users.map(user => (
            <li key={user.name}>
              <DemoUserButton user={user} onClick={() => onChoose(user.name)} />
            </li>
          ))}
        </ul>
        <Typography variant="body2" className={classes.foot}>
          Your choice is kept in this browser tab only. A host in production
          refuses to start with this page.
        </Typography>
      </div>
    </main>
  );
}

/** Fetch fails with a TypeError where nothing answers; else the backend has said why. */
function explain(error: Error): string {
  if (error.name === 'TypeError') {
    return 'The backend does not answer. Try again when it has started.';
  }
  return ResponseError.is(error) ? error.cause.message : error.message;
}
