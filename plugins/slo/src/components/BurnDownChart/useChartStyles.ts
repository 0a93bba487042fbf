import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

/** Shared by the burn-down and the bars under it, so that their axes line up. */
export const useChartStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      svg: {
        display: 'block',
        overflow: 'visible',
        '& text': {
          fontFamily: 'inherit',
          fontSize: 12,
          fill: tone.quiet,
        },
      },
      // Labels in the plot stay legible where a line passes behind them
      label: {
        stroke: theme.palette.background.paper,
        strokeWidth: 3,
        strokeLinejoin: 'round',
        paintOrder: 'stroke',
      },
      grid: { stroke: tone.line, fill: 'none' },
      zero: { stroke: theme.palette.text.primary, fill: 'none' },
      ideal: { stroke: tone.outline, strokeDasharray: '3 4', fill: 'none' },
      threshold: { stroke: tone.quiet, strokeDasharray: '1 3', fill: 'none' },
      line: {
        stroke: theme.palette.primary.main,
        strokeWidth: 2,
        strokeLinejoin: 'round',
        strokeLinecap: 'round',
        fill: 'none',
      },
      dot: { fill: theme.palette.primary.main },
      below: { fill: tone.bad, opacity: 0.25 },
      gap: { fill: tone.outline, opacity: 0.25 },
      reading: { stroke: tone.quiet, fill: 'none' },
      readingDot: {
        fill: theme.palette.background.paper,
        stroke: theme.palette.primary.main,
        strokeWidth: 2,
      },
      box: { fill: theme.palette.background.paper, stroke: tone.outline },
      deployment: { fill: tone.quiet },
      failure: { fill: tone.bad },
      rollback: {
        fill: 'none',
        stroke: theme.palette.text.primary,
        strokeWidth: 1.4,
      },
      bar: { fill: tone.outline },
      barAbove: { fill: theme.palette.primary.main },
      now: {
        '&&': { fontWeight: 600, fill: theme.palette.text.primary },
      },
      lane: { '&&': { fontSize: 11 } },
      ink: { '&&': { fill: theme.palette.text.primary } },
    };
  },
  { name: 'SloChart' },
);
