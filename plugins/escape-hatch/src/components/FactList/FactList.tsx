import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(1, 3),
      margin: 0,
      overflowWrap: 'anywhere',
      '& dt': { color: statusTone(theme).quiet },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'EscapeHatchFactList' },
);

/** Facts under each other, each with its name. */
export function FactList(props: {
  facts: { name: string; value: ReactNode }[];
}) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts.flatMap(({ name, value }) => [
        <dt key={`${name} name`}>{name}</dt>,
        <dd key={name}>{value}</dd>,
      ])}
    </dl>
  );
}
