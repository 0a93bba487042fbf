import type { ScaleLinear, ScaleTime } from 'd3-scale';
import type { BurnDownView } from '../../burnDown/BurnDownView';
import type { LeftAxis } from '../../burnDown/leftAxis';
import { timeTicks } from '../../burnDown/timeTicks';
import { formatClock, formatDay } from '../../format/formatMoment';
import { formatPercent } from '../../format/formatPercent';
import { useChartStyles } from './useChartStyles';

/** From here on days name the ticks, below it times do. */
const DAYS_FROM_MS = 2 * 86_400_000;

/** Lines of budget left, and days or times below. */
export function ChartAxes(props: {
  axis: LeftAxis;
  view: BurnDownView;
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
  now: Date;
}) {
  const { axis, view, x, y, now } = props;
  const classes = useChartStyles();
  const [left, right] = x.range();
  const ticks = timeTicks(view.from, view.to);
  const hasDays = view.to.getTime() - view.from.getTime() > DAYS_FROM_MS;
  return (
    <>
      {axis.ticks.map(tick => (
        <g key={tick}>
          <path
            className={classes.grid}
            d={`M${left} ${y(tick / 100)}H${right}`}
          />
          <text x={left - 8} y={y(tick / 100) + 4} textAnchor="end">
            {formatPercent(tick / 100, 0)}
          </text>
        </g>
      ))}
      {ticks.map((tick, i) => (
        <text
          key={tick.toISOString()}
          x={x(tick)}
          y={y.range()[1] + 16}
          textAnchor={anchor(i, ticks.length)}
        >
          {hasDays ? formatDay(tick, { now }) : formatClock(tick)}
        </text>
      ))}
    </>
  );
}

/** The first and last label stay within the plot. */
function anchor(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) {
    return 'start';
  }
  return index === count - 1 ? 'end' : 'middle';
}
