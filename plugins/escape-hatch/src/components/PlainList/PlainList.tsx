import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      '& > li': {
        padding: theme.spacing(1, 0),
        borderBottom: `1px solid ${statusTone(theme).line}`,
      },
      '& > li:last-child': { borderBottom: 0 },
    },
  }),
  { name: 'EscapeHatchPlainList' },
);

/** Items one under the other, with hairlines between. */
export function PlainList(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    // Safari takes a list without markers for no list.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul className={classes.root} role="list" aria-label={props.label}>
      {props.children}
    </ul>
  );
}
