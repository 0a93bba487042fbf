import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      root: { margin: 0, padding: 0, listStyle: 'none' },
      step: {
        position: 'relative',
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr)',
        gap: theme.spacing(1.5),
        paddingBottom: theme.spacing(2),
        overflowWrap: 'anywhere',
        '&:not(:last-child)::before': {
          content: '""',
          position: 'absolute',
          left: 11,
          top: 24,
          bottom: 0,
          width: 1,
          background: tone.line,
        },
      },
      dot: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: 24,
        height: 24,
        border: `1px solid ${tone.outline}`,
        borderRadius: 12,
        fontSize: theme.typography.pxToRem(12),
        background: theme.palette.background.paper,
        '& svg': { fontSize: 16 },
      },
      now: {
        color: theme.palette.primary.contrastText,
        background: theme.palette.primary.main,
        borderColor: theme.palette.primary.main,
      },
      title: { fontWeight: 600 },
    };
  },
  { name: 'EscapeHatchApprovalSteps' },
);

/** One of the approvals. */
export interface ApprovalStep {
  id: string;
  title: string;
  /** Its number or a sign. */
  dot: ReactNode;
  /** It is the one that waits. */
  isNow?: boolean;
  children: ReactNode;
}

/** The approvals that a request needs, in their order. */
export function ApprovalSteps(props: { label: string; steps: ApprovalStep[] }) {
  const classes = useStyles();
  return (
    // Safari takes a list without markers for no list.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol className={classes.root} role="list" aria-label={props.label}>
      {props.steps.map(({ id, title, dot, isNow, children }) => (
        <li
          key={id}
          className={classes.step}
          aria-current={isNow ? 'step' : undefined}
        >
          <span
            className={isNow ? `${classes.dot} ${classes.now}` : classes.dot}
            aria-hidden
          >
            {dot}
          </span>
          <div>
            <div className={classes.title}>{title}</div>
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}
