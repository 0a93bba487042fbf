import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${statusTone(theme).line}`,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'DoraCardFoot' },
);

/** Where the numbers above come from. */
export function CardFoot({ parts }: { parts: string[] }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {parts.map(part => (
        <span key={part}>{part}</span>
      ))}
    </div>
  );
}
