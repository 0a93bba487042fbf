import { scaleBand, scaleLinear } from 'd3-scale';
import type { BudgetUses } from '../../burnDown/budgetUse';
import { formatPercent } from '../../format/formatPercent';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { chartLayout } from './chartLayout';
import { useChartStyles } from './useChartStyles';

const TOP = 8;
const BOTTOM = 92;
const HEIGHT = 100;
/** Narrow enough to leave a gap, as a share of a bar's place. */
const PADDING = 0.22;

/** How much of the budget each day, or each hour of a day, has used. */
export function BudgetUseBars(props: {
  budget: BudgetUses;
  width: number;
  label: string;
}) {
  const { budget, width, label } = props;
  const t = useSloTranslation();
  const classes = useChartStyles();
  const layout = chartLayout(width);
  const most = Math.max(budget.pace * 2, ...budget.uses.map(use => use.used));
  const y = scaleLinear().domain([0, most]).nice(2).range([BOTTOM, TOP]);
  const x = scaleBand<number>()
    .domain(budget.uses.map((_, i) => i))
    .range([layout.left, layout.right])
    .paddingInner(PADDING)
    .paddingOuter(PADDING / 2);
  const pace = formatPercent(budget.pace);
  return (
    <svg
      className={classes.svg}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {y.ticks(2).map(tick => (
        <g key={tick}>
          <path
            className={classes.grid}
            d={`M${layout.left} ${y(tick)}H${layout.right}`}
          />
          <text x={layout.left - 8} y={y(tick) + 4} textAnchor="end">
            {formatPercent(tick, tick * 100 === Math.round(tick * 100) ? 0 : 1)}
          </text>
        </g>
      ))}
      {budget.uses.map(({ at, used }, i) => (
        <rect
          key={at.toISOString()}
          className={used > budget.pace ? classes.barAbove : classes.bar}
          x={x(i)}
          y={Math.min(y(used), BOTTOM - 1)}
          width={x.bandwidth()}
          height={Math.max(1, BOTTOM - y(used))}
        />
      ))}
      <path
        className={classes.ideal}
        d={`M${layout.left} ${y(budget.pace)}H${layout.right}`}
      />
      <text
        x={layout.hasLabelsBeside ? layout.right + 8 : layout.right}
        y={y(budget.pace) + (layout.hasLabelsBeside ? 4 : -6)}
        textAnchor={layout.hasLabelsBeside ? 'start' : 'end'}
      >
        {budget.unit === 'day'
          ? t('burnDown.bars.evenDay', { pace })
          : t('burnDown.bars.evenHour', { pace })}
      </text>
    </svg>
  );
}
