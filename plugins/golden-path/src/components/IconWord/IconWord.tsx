import type { ComponentType, ReactNode } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

export type IconWordTone = 'ok' | 'warn' | 'bad' | 'quiet';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        display: 'inline-flex',
        alignItems: 'start',
        gap: theme.spacing(0.5),
        fontWeight: 600,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
      },
      icon: { flex: 'none', fontSize: 16, marginTop: 2 },
      ok: { color: tone.ok },
      warn: { color: tone.warn },
      bad: { color: tone.bad },
      quiet: { color: tone.quiet },
    };
  },
  { name: 'GoldenPathIconWord' },
);

/** Icon and word that say the same. */
export function IconWord(props: {
  icon: ComponentType<SvgIconProps>;
  tone: IconWordTone;
  children: ReactNode;
}) {
  const { icon: Icon, tone, children } = props;
  const classes = useStyles();
  return (
    <span className={`${classes.root} ${classes[tone]}`}>
      <Icon className={classes.icon} aria-hidden />
      {children}
    </span>
  );
}
