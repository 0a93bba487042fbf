import type { ComponentType, ReactNode } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        display: 'flex',
        gap: theme.spacing(1),
        padding: theme.spacing(1.5),
        borderRadius: 4,
        border: '1px solid transparent',
        overflowWrap: 'anywhere',
      },
      icon: { fontSize: 16, marginTop: 2 },
      content: { flex: 1, minWidth: 0 },
      title: { fontWeight: 600 },
      detail: {
        marginTop: theme.spacing(0.5),
        fontSize: theme.typography.pxToRem(12),
        lineHeight: '16px',
        color: tone.quiet,
      },
      quiet: {
        background: tone.quietTint,
        borderColor: tone.line,
        '& $icon': { color: tone.quiet },
      },
      warn: { background: tone.warnTint, '& $icon': { color: tone.warn } },
      bad: { background: tone.badTint, '& $icon': { color: tone.bad } },
    };
  },
  { name: 'SloNoteBox' },
);

/** A note's frame: its tone is repeated by its icon and said by its title. */
export function NoteBox(props: {
  tone: 'quiet' | 'warn' | 'bad';
  icon: ComponentType<SvgIconProps>;
  title: ReactNode;
  children?: ReactNode;
}) {
  const { tone, icon: Icon, title, children } = props;
  const classes = useStyles();
  return (
    <div className={`${classes.root} ${classes[tone]}`}>
      <Icon className={classes.icon} aria-hidden />
      <div className={classes.content}>
        <div className={classes.title}>{title}</div>
        {children && <div className={classes.detail}>{children}</div>}
      </div>
    </div>
  );
}
