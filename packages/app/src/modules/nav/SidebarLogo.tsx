import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Logo } from '../../components/Logo';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      height: 3 * sidebarConfig.logoHeight,
      marginBottom: -14,
    },
    link: {
      display: 'flex',
      alignItems: 'center',
      marginLeft: theme.spacing(2.5),
      color: theme.palette.navigation.selectedColor,
    },
    name: {
      marginLeft: theme.spacing(1.5),
      fontFamily: theme.typography.fontFamily,
      fontSize: 18,
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'PortalSidebarLogo' },
);

export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <Logo size={32} />
        {isOpen && <span className={classes.name}>Golden Path</span>}
      </Link>
    </div>
  );
}
