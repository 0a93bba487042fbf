import { makeStyles } from '@material-ui/core/styles';
import { statusTone } from '../../theme/statusTone';

/** Strokes, fills and letters that the charts share. */
export const useChartStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      svg: {
        display: 'block',
        width: '100%',
        fontVariantNumeric: 'tabular-nums',
        '& text': {
          fill: tone.quiet,
          fontSize: theme.typography.pxToRem(12),
          fontFamily: 'inherit',
        },
        '& .strong': { fill: theme.palette.text.primary, fontWeight: 600 },
        '& .plain': { fill: theme.palette.text.primary },
        // Legible where a line runs through it.
        '& .haloed': {
          stroke: theme.palette.background.paper,
          strokeWidth: 4,
          paintOrder: 'stroke',
        },
      },
      grid: { stroke: tone.line, fill: 'none' },
      base: { stroke: tone.outline, fill: 'none' },
      current: { fill: theme.palette.primary.main },
      few: { fill: 'none', stroke: theme.palette.primary.main },
      previous: {
        fill: 'none',
        stroke: tone.outline,
        strokeWidth: 1.5,
        strokeDasharray: '4 3',
      },
      failed: { fill: tone.bad },
      bar: { fill: tone.bar },
      mark: { stroke: theme.palette.primary.main, strokeWidth: 2 },
    };
  },
  { name: 'DoraChart' },
);
