import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    label: {
      display: 'block',
      marginBottom: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
      color: theme.palette.text.primary,
    },
    hint: {
      margin: theme.spacing(0.5, 0, 0),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
      overflowWrap: 'anywhere',
    },
    problem: { color: statusTone(theme).bad },
  }),
  { name: 'EscapeHatchLabelledField' },
);

/** What a control has to say of itself to be named and described by what stands around it. */
export interface LabelledControl {
  id: string;
  'aria-labelledby': string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

/** A control with its name above and, below it, what is wrong with it or what it is for. */
export function LabelledField(props: {
  /** Of the control. */
  id: string;
  label: string;
  hint?: ReactNode;
  problem?: ReactNode;
  /** The control is one element that a label can point to; default: yes. */
  isSingle?: boolean;
  children: (control: LabelledControl) => ReactNode;
}) {
  const { id, label, hint, problem, isSingle = true, children } = props;
  const classes = useStyles();
  const text = problem ?? hint;
  const control = {
    id,
    'aria-labelledby': `${id}-label`,
    'aria-describedby': text ? `${id}-text` : undefined,
    'aria-invalid': problem !== undefined,
  };
  return (
    <div className={classes.root}>
      {isSingle ? (
        <label id={`${id}-label`} htmlFor={id} className={classes.label}>
          {label}
        </label>
      ) : (
        <span id={`${id}-label`} className={classes.label}>
          {label}
        </span>
      )}
      {children(control)}
      {text && (
        <p
          id={`${id}-text`}
          className={
            problem ? `${classes.hint} ${classes.problem}` : classes.hint
          }
        >
          {text}
        </p>
      )}
    </div>
  );
}
