import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import { useId } from 'react';
import { DemoUser } from './readDemoUsers';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      height: '100%',
      padding: theme.spacing(2),
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'start',
      gap: theme.spacing(2),
      borderRadius: 8,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.paper,
      '&:hover, &:focus-within': { borderColor: theme.palette.primary.main },
    },
    // Named by the user alone, and as large as the whole card
    name: {
      position: 'static',
      fontFamily: theme.typography.fontFamily,
      fontSize: 16,
      fontWeight: 600,
      lineHeight: '24px',
      '&::after': {
        content: '""',
        position: 'absolute',
        inset: -1,
        borderRadius: 8,
      },
      '&:focus-visible::after': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    team: {
      marginLeft: theme.spacing(1),
      fontSize: 12,
      color: theme.palette.text.secondary,
    },
    hint: {
      marginTop: theme.spacing(0.5),
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.secondary,
    },
    arrow: { alignSelf: 'center', color: theme.palette.primary.main },
  }),
  { name: 'PortalDemoUserButton' },
);

export function DemoUserButton({
  user,
  onClick,
}: {
  user: DemoUser;
  onClick: () => void;
}) {
  const classes = useStyles();
  const id = useId();

  return (
    <div className={classes.root}>
      <div>
        <ButtonBase
          className={classes.name}
          onClick={onClick}
          disableRipple
          aria-describedby={`${id}-team ${id}-hint`}
        >
          {user.name}
        </ButtonBase>
        <span id={`${id}-team`} className={classes.team}>
          {user.team ?? 'no group'}
        </span>
        <div id={`${id}-hint`} className={classes.hint}>
          {user.hint}
        </div>
      </div>
      <ArrowForwardIcon className={classes.arrow} aria-hidden="true" />
    </div>
  );
}
