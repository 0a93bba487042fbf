import type { ScaleLinear } from 'd3-scale';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import type { LeftAxis } from '../../burnDown/leftAxis';
import type { PlotPoint } from '../../burnDown/plotPoints';
import { spreadLabels } from '../../burnDown/spreadLabels';
import { formatBudget } from '../../format/formatBudget';
import { formatWrittenPercent } from '../../format/formatPercent';
import { useSloTranslation } from '../../translation/useSloTranslation';
import type { ChartLayout } from './chartLayout';
import { useChartStyles } from './useChartStyles';

/** Pixels between the baselines of two labels. */
const GAP = 16;

interface Label {
  text: string;
  /** Height of what it names. */
  y: number;
  isNow: boolean;
}

/** Policy thresholds with their names, and what is left now, beside the plot or in its right corner. */
export function PlotLabels(props: {
  slo: SloStatus;
  axis: LeftAxis;
  last?: PlotPoint;
  layout: ChartLayout;
  y: ScaleLinear<number, number>;
  bottom: number;
}) {
  const { slo, axis, last, layout, y, bottom } = props;
  const t = useSloTranslation();
  const classes = useChartStyles();
  const thresholds = slo.policy.thresholds.filter(
    ({ threshold }) => threshold > 0 && 1 - threshold >= axis.bottom / 100,
  );
  const labels: Label[] = thresholds.map(({ threshold, effect }) => ({
    text: t('burnDown.threshold', {
      threshold: formatWrittenPercent(threshold),
      effect: t(`card.state.${effect}`).toLowerCase(),
    }),
    y: y(1 - threshold),
    isNow: false,
  }));
  if (last && last.left !== null) {
    const { left, over } = formatBudget(1 - last.left);
    labels.push({
      text: over
        ? t('burnDown.overNow', { left })
        : t('burnDown.leftNow', { left }),
      y: y(last.left),
      isNow: true,
    });
  }
  const baselines = spreadLabels({
    positions: labels.map(label => baseline(label, layout)),
    gap: GAP,
    bottom: bottom + 4,
  });
  return (
    <>
      {thresholds.map(({ threshold }) => (
        <path
          key={threshold}
          className={classes.threshold}
          d={`M${layout.left} ${y(1 - threshold)}H${layout.right}`}
        />
      ))}
      {labels.map((label, i) => (
        <text
          key={label.text}
          className={
            label.isNow ? `${classes.label} ${classes.now}` : classes.label
          }
          x={layout.hasLabelsBeside ? layout.right + 8 : layout.right - 8}
          y={baselines[i]}
          textAnchor={layout.hasLabelsBeside ? 'start' : 'end'}
        >
          {label.text}
        </text>
      ))}
    </>
  );
}

/** Beside the plot a label is level with what it names; inside, it stands clear of the line. */
function baseline({ y, isNow }: Label, { hasLabelsBeside }: ChartLayout) {
  if (hasLabelsBeside) {
    return y + 4;
  }
  return isNow ? y + 20 : y - 5;
}
