import { makeStyles } from '@material-ui/core/styles';
import { useElapsed } from '../../hooks/useElapsed';
import { statusTone } from '../../theme/statusTone';

/** Answers that come sooner replace an empty card: nothing flashes. */
const DELAY_MS = 300;

const useStyles = makeStyles(
  theme => ({
    bar: {
      height: 8,
      marginTop: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      background: statusTone(theme).track,
    },
  }),
  { name: 'EscapeHatchSkeleton' },
);

const BARS = [
  { width: '60%', height: 12, marginTop: 0 },
  { width: '85%' },
  { width: '36%', height: 24, marginTop: 24 },
  { width: '100%' },
  { width: '70%' },
];

/** Stands in for what is being loaded; still, and only once loading takes long enough to be noticed. */
export function Skeleton(props: { label: string; height?: number }) {
  const { label, height = 116 } = props;
  const classes = useStyles();
  const isLate = useElapsed(DELAY_MS);
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={label}
      style={{ minHeight: height }}
    >
      {isLate &&
        BARS.map(style => (
          <div
            key={style.width}
            data-testid="skeleton-bar"
            className={classes.bar}
            style={style}
          />
        ))}
    </div>
  );
}
