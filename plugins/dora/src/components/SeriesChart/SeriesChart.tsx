import { scaleBand, scaleLinear } from 'd3-scale';
import type { Granularity } from '@golden-path/backstage-plugin-dora-common';
import useMeasure from 'react-use/esm/useMeasure';
import { labelledSteps } from '../../series/labelledSteps';
import type { SeriesStep } from '../../series/seriesSteps';
import { stepLabel } from '../../series/stepName';
import { valueAxis } from '../../series/valueAxis';
import { PreviousSteps } from './PreviousSteps';
import { useChartStyles } from './useChartStyles';

/** Until the card's width has been measured. */
const FIRST_WIDTH = 640;
const HEIGHT = 232;
const TOP = 12;
const BOTTOM = 200;
/** Room for a name below the axis. */
const LABEL_WIDTH = 76;

/** Bars for this period, dashed steps for the one before, a triangle below the axis where a deployment failed. */
export function SeriesChart(props: {
  steps: SeriesStep[];
  granularity: Granularity;
  timeZone: string;
  /** Values are seconds. */
  isDuration: boolean;
  label: string;
}) {
  const { steps, granularity, timeZone, isDuration, label } = props;
  const classes = useChartStyles();
  const [measureRef, { width: measured }] = useMeasure<HTMLDivElement>();
  const width = measured || FIRST_WIDTH;
  const left = isDuration ? 48 : 32;
  const highest = Math.max(
    ...steps.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]),
  );
  const axis = valueAxis(highest, isDuration);
  const y = scaleLinear().domain([0, axis.top]).range([BOTTOM, TOP]);
  const x = scaleBand<number>()
    .domain(steps.map((_, i) => i))
    .range([left, width])
    .paddingInner(0.23)
    .paddingOuter(0.115);
  const start = (i: number) => (x(i) ?? 0) - (x.step() - x.bandwidth()) / 2;
  const labelled = labelledSteps({
    steps,
    granularity,
    timeZone,
    most: Math.floor((width - left) / LABEL_WIDTH),
  });
  return (
    <div ref={measureRef}>
      <svg
        className={classes.svg}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
      >
        {axis.ticks.map(({ value, text }) => (
          <g key={value}>
            <path
              className={classes.grid}
              d={`M${left} ${y(value)}H${width}`}
            />
            <text x={left - 8} y={y(value) + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {steps.map(({ from, value, isFew }, i) =>
          value ? (
            <rect
              key={from}
              data-testid="bar"
              className={isFew ? classes.few : classes.current}
              x={x(i)}
              y={y(value)}
              width={x.bandwidth()}
              height={BOTTOM - y(value)}
            />
          ) : null,
        )}
        <PreviousSteps steps={steps} start={start} width={x.step()} y={y} />
        {steps.map(({ from, failed }, i) =>
          failed > 0 ? (
            <path
              key={from}
              data-testid="failed"
              className={classes.failed}
              d={`M${start(i) + x.step() / 2} ${BOTTOM + 4}l5 9h-10z`}
            />
          ) : null,
        )}
        {labelled.map(i => (
          <text key={i} x={start(i)} y={HEIGHT - 4}>
            {stepLabel(steps[i].from, granularity, timeZone)}
          </text>
        ))}
      </svg>
    </div>
  );
}
