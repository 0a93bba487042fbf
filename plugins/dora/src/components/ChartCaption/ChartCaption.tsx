import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'DoraChartCaption' },
);

/** What the picture above says, in words. */
export function ChartCaption({ children }: { children: string }) {
  return <p className={useStyles().root}>{children}</p>;
}
