import Button, { type ButtonProps } from '@material-ui/core/Button';
import { useButtonStyles } from '../../theme/useButtonStyles';

/** A small button that reads as a sentence. */
export function ActionButton(props: Omit<ButtonProps, 'size' | 'className'>) {
  const classes = useButtonStyles();
  return <Button size="small" className={classes.button} {...props} />;
}
