import type { ComponentType, ReactNode } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

export type IconWordTone = 'ok' | 'warn' | 'bad' | 'quiet' | 'accent';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(0.75), alignItems: 'start' },
    icon: { flex: 'none', fontSize: 16, marginTop: 2 },
    text: { minWidth: 0 },
    ok: { color: statusTone(theme).ok },
    warn: { color: statusTone(theme).warnFill },
    bad: { color: statusTone(theme).bad },
    quiet: { color: statusTone(theme).quiet },
    accent: { color: theme.palette.primary.main },
  }),
  { name: 'EscapeHatchIconWord' },
);

/** Icon and words that say the same: only the icon is toned. */
export function IconWord(props: {
  icon: ComponentType<SvgIconProps>;
  tone: IconWordTone;
  children: ReactNode;
}) {
  const { icon: Icon, tone, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Icon className={`${classes.icon} ${classes[tone]}`} aria-hidden />
      <div className={classes.text}>{children}</div>
    </div>
  );
}
