import type { ScaleLinear, ScaleTime } from 'd3-scale';
import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import type { BurnDownView } from '../../burnDown/BurnDownView';
import { windowSeconds } from '../../slo/windowSeconds';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { useChartStyles } from './useChartStyles';

/** Where along the line its name stands. */
const LABEL_AT = 0.13;

/** What an even pace would leave: the whole at the window's beginning, nothing at its end. */
export function IdealLine(props: {
  slo: SloStatus;
  view: BurnDownView;
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
}) {
  const { slo, view, x, y } = props;
  const t = useSloTranslation();
  const classes = useChartStyles();
  const start = Date.parse(slo.window.from);
  const left = (at: Date) =>
    1 - (at.getTime() - start) / (windowSeconds(slo.window) * 1000);
  const from = y(left(view.from));
  const to = y(left(view.to));
  const [x0, x1] = x.range();
  return (
    <>
      <path className={classes.ideal} d={`M${x0} ${from}L${x1} ${to}`} />
      <text
        x={x0 + LABEL_AT * (x1 - x0)}
        y={from + LABEL_AT * (to - from) + 22}
      >
        {t('burnDown.ideal')}
      </text>
    </>
  );
}
