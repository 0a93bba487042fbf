import { LinkButton, type LinkButtonProps } from '@backstage/core-components';
import { useButtonStyles } from '../../theme/useButtonStyles';

/** A link that looks like a button, for what one goes elsewhere to do. */
export function ActionLink(props: Omit<LinkButtonProps, 'size' | 'className'>) {
  const classes = useButtonStyles();
  return (
    <LinkButton
      size="small"
      variant="outlined"
      underline="none"
      // Material UI would call it a button.
      role="link"
      className={classes.button}
      {...props}
    />
  );
}
