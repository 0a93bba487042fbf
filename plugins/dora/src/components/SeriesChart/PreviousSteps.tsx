import type { ScaleLinear } from 'd3-scale';
import type { SeriesStep } from '../../series/seriesSteps';
import { useChartStyles } from './useChartStyles';

/** The period before as one line of steps, broken where it has no value. */
export function PreviousSteps(props: {
  steps: SeriesStep[];
  /** Left edge of a step. */
  start: (index: number) => number;
  width: number;
  y: ScaleLinear<number, number>;
}) {
  const { steps, start, width, y } = props;
  const classes = useChartStyles();
  let isDrawing = false;
  const parts = steps.map(({ previous }, i) => {
    if (previous === null || previous === undefined) {
      isDrawing = false;
      return '';
    }
    const from = `${isDrawing ? 'L' : 'M'}${start(i)} ${y(previous)}`;
    isDrawing = true;
    return `${from}h${width}`;
  });
  return <path className={classes.previous} d={parts.join('')} />;
}
