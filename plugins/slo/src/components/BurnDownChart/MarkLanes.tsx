import type { ScaleTime } from 'd3-scale';
import type { HistoryMark } from '@golden-path/backstage-plugin-slo-common';
import type { BurnDownView } from '../../burnDown/BurnDownView';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { MarkShape } from './MarkShape';
import { useChartStyles } from './useChartStyles';

/** Middles of the lanes, in pixels. */
const DEPLOYS = 260;
const INCIDENTS = 280;

/** What happened meanwhile: deployments in one lane, incidents in the other. */
export function MarkLanes(props: {
  marks: HistoryMark[];
  view: BurnDownView;
  x: ScaleTime<number, number>;
}) {
  const { marks, view, x } = props;
  const t = useSloTranslation();
  const classes = useChartStyles();
  const [left] = x.range();
  const shown = marks.filter(({ at, to }) => {
    const start = Date.parse(at);
    const end = to ? Date.parse(to) : start;
    return end >= view.from.getTime() && start <= view.to.getTime();
  });
  return (
    <>
      <text
        className={classes.lane}
        x={left - 8}
        y={DEPLOYS + 4}
        textAnchor="end"
      >
        {t('burnDown.lane.deploys')}
      </text>
      <text
        className={classes.lane}
        x={left - 8}
        y={INCIDENTS + 4}
        textAnchor="end"
      >
        {t('burnDown.lane.incidents')}
      </text>
      {shown.map((mark, i) =>
        mark.kind === 'incident' ? (
          <rect
            key={`${mark.at} ${i}`}
            className={classes.failure}
            x={x(new Date(mark.at)) - 1}
            y={INCIDENTS - 4}
            width={Math.max(
              8,
              x(new Date(mark.to ?? mark.at)) - x(new Date(mark.at)),
            )}
            height={8}
          />
        ) : (
          <g
            key={`${mark.at} ${i}`}
            transform={`translate(${x(new Date(mark.at)) - 6}, ${DEPLOYS - 6})`}
          >
            <MarkShape kind={mark.kind} />
          </g>
        ),
      )}
    </>
  );
}
