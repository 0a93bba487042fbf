import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { statusTone } from '../../theme/statusTone';
import { IconWord } from '../IconWord';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1),
      borderRadius: 4,
      background: statusTone(theme).badTint,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'EscapeHatchFormError' },
);

/** What is wrong with a form as a whole: its wrong fields, or the backend's refusal. */
export function FormError({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div role="alert" className={classes.root}>
      <IconWord icon={ErrorIcon} tone="bad">
        {children}
      </IconWord>
    </div>
  );
}
