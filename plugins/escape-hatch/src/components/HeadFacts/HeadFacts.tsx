import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';
import { useHiddenText } from '../../theme/useHiddenText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
      '& div': { display: 'flex', gap: theme.spacing(1) },
      '& dt': { color: statusTone(theme).quiet },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'EscapeHatchHeadFacts' },
);

/** Facts in the line below a page's title. */
export function HeadFacts(props: {
  facts: {
    name: string;
    value: ReactNode;
    /** The value speaks for itself: only screen readers need the name. */
    isHidden?: boolean;
  }[];
}) {
  const classes = useStyles();
  const hidden = useHiddenText();
  return (
    <dl className={classes.root}>
      {props.facts.map(({ name, value, isHidden }) => (
        <div key={name}>
          <dt className={isHidden ? hidden : undefined}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
