import { scaleLinear, scaleTime } from 'd3-scale';
import { area, line } from 'd3-shape';
import type {
  HistoryMark,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import type { BurnDownView } from '../../burnDown/BurnDownView';
import { leftAxis } from '../../burnDown/leftAxis';
import type { PlotPoint } from '../../burnDown/plotPoints';
import { unmeasured } from '../../burnDown/unmeasured';
import { ChartAxes } from './ChartAxes';
import { chartLayout } from './chartLayout';
import { IdealLine } from './IdealLine';
import { MarkLanes } from './MarkLanes';
import { PlotLabels } from './PlotLabels';
import { ReadingLine } from './ReadingLine';
import { useChartStyles } from './useChartStyles';

/** Pixels: the plot, the days below it, and the two lanes of marks. */
const TOP = 16;
const BOTTOM = 224;
const HEIGHT = 248;
const HEIGHT_WITH_LANES = 296;

/** The picture itself; it says nothing that is not also in its label, its caption or its table. */
export function BurnDownPlot(props: {
  slo: SloStatus;
  view: BurnDownView;
  points: PlotPoint[];
  marks: HistoryMark[];
  width: number;
  now: Date;
  /** The point under the reading line. */
  reading?: PlotPoint;
  onPointerMove: (at: Date) => void;
}) {
  const { slo, view, points, marks, width, now, reading } = props;
  const classes = useChartStyles();
  const layout = chartLayout(width);
  const known = points.filter(point => point.left !== null);
  const axis = leftAxis(Math.min(1, ...known.map(({ left }) => left ?? 1)));
  const x = scaleTime()
    .domain([view.from, view.to])
    .range([layout.left, layout.right])
    .clamp(true);
  const y = scaleLinear()
    .domain([1, axis.bottom / 100])
    .range([TOP, BOTTOM])
    .clamp(true);
  const isKnown = ({ left }: PlotPoint) => left !== null;
  const linePath = line<PlotPoint>()
    .defined(isKnown)
    .x(({ at }) => x(at))
    .y(({ left }) => y(left ?? 0))(points);
  const belowPath = area<PlotPoint>()
    .defined(isKnown)
    .x(({ at }) => x(at))
    .y0(y(0))
    .y1(({ left }) => y(Math.min(0, left ?? 0)))(points);
  const last = known[known.length - 1];
  const height = marks.length > 0 ? HEIGHT_WITH_LANES : HEIGHT;
  return (
    <svg
      className={classes.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      onMouseMove={event => {
        const { left } = event.currentTarget.getBoundingClientRect();
        props.onPointerMove(x.invert(event.clientX - left));
      }}
    >
      <ChartAxes axis={axis} view={view} x={x} y={y} now={now} />
      {unmeasured(points).map(({ from, to }) => (
        <rect
          key={from.toISOString()}
          data-testid="gap"
          className={classes.gap}
          x={x(from)}
          y={TOP}
          width={Math.max(2, x(to) - x(from))}
          height={BOTTOM - TOP}
        />
      ))}
      {last && (last.left ?? 0) < 0 && (
        <path className={classes.below} d={belowPath ?? ''} />
      )}
      {view.mode === 'window' && (
        <IdealLine slo={slo} view={view} x={x} y={y} />
      )}
      <path
        className={classes.zero}
        d={`M${layout.left} ${y(0)}H${layout.right}`}
      />
      <path data-testid="line" className={classes.line} d={linePath ?? ''} />
      {last && (
        <circle
          className={classes.dot}
          cx={x(last.at)}
          cy={y(last.left ?? 0)}
          r="3.5"
        />
      )}
      <PlotLabels
        slo={slo}
        axis={axis}
        last={last}
        layout={layout}
        y={y}
        bottom={BOTTOM}
      />
      {marks.length > 0 && <MarkLanes marks={marks} view={view} x={x} />}
      {reading && (
        <ReadingLine
          slo={slo}
          point={reading}
          marks={marks}
          layout={layout}
          top={TOP}
          bottom={BOTTOM}
          x={x(reading.at)}
          y={reading.left === null ? undefined : y(reading.left)}
          now={now}
        />
      )}
    </svg>
  );
}
