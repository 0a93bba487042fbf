import type { ReactNode, Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

export type NoteTone = 'accent' | 'warn' | 'bad' | 'quiet';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(1, 2),
        marginTop: theme.spacing(2),
        padding: theme.spacing(1, 2),
        border: `1px solid ${tone.line}`,
        borderLeft: `3px solid ${tone.outline}`,
        borderRadius: 4,
        background: theme.palette.background.paper,
        fontSize: theme.typography.pxToRem(14),
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        overflowWrap: 'anywhere',
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
        '& p': { margin: 0 },
        '& .quiet': { color: tone.quiet },
      },
      text: { flex: '1 1 280px', minWidth: 0 },
      buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
      accent: { borderLeftColor: theme.palette.primary.main },
      warn: { borderLeftColor: tone.warnFill },
      bad: { borderLeftColor: tone.bad },
      quiet: {},
    };
  },
  { name: 'EscapeHatchNote' },
);

/** A line across the page: what stands, and what can be done about it. */
export function NoteBox(props: {
  tone: NoteTone;
  /** It can take the focus. */
  focusRef?: Ref<HTMLDivElement>;
  /** It interrupts screen readers. */
  isAlert?: boolean;
  buttons?: ReactNode;
  children: ReactNode;
}) {
  const { tone, focusRef, isAlert, buttons, children } = props;
  const classes = useStyles();
  return (
    <div
      ref={focusRef}
      role={isAlert ? 'alert' : undefined}
      tabIndex={focusRef ? -1 : undefined}
      className={`${classes.root} ${classes[tone]}`}
    >
      <div className={classes.text}>{children}</div>
      {buttons && <div className={classes.buttons}>{buttons}</div>}
    </div>
  );
}
