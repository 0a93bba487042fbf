import { scaleLinear } from 'd3-scale';
import type { ChangeLeadTime } from '@golden-path/backstage-plugin-dora-common';
import useMeasure from 'react-use/esm/useMeasure';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { bucketLabel } from '../../leadTimes/bucketLabel';
import { placeInBuckets } from '../../leadTimes/placeInBuckets';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { useChartStyles } from '../SeriesChart/useChartStyles';
import { spreadMarks } from './spreadMarks';

/** Until the card's width has been measured. */
const FIRST_WIDTH = 640;
const HEIGHT = 184;
const TOP = 40;
const BOTTOM = 152;
/** Half of what is left between bars. */
const GAP = 4;
/** Rough width of a mark's name. */
const MARK_WIDTH = 148;

/** How many changes took how long, with marks at median and p90. */
export function LeadTimesChart(props: {
  leadTime: ChangeLeadTime;
  label: string;
}) {
  const { leadTime, label } = props;
  const { histogram, medianSeconds, p90Seconds } = leadTime;
  const t = useDoraTranslation();
  const classes = useChartStyles();
  const [measureRef, { width: measured }] = useMeasure<HTMLDivElement>();
  const width = measured || FIRST_WIDTH;
  const step = width / histogram.length;
  const y = scaleLinear()
    .domain([0, Math.max(1, ...histogram.map(({ n }) => n))])
    .range([BOTTOM, TOP]);
  const marks = spreadMarks({
    marks: [
      {
        text: t('chart.leadTimes.median', {
          time: formatDuration(medianSeconds),
        }),
        x: step * placeInBuckets(medianSeconds ?? 0, histogram),
      },
      {
        text: t('chart.leadTimes.p90', { time: formatDuration(p90Seconds) }),
        x: step * placeInBuckets(p90Seconds ?? 0, histogram),
      },
    ],
    labelWidth: MARK_WIDTH,
    width,
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
        {histogram.map((bucket, i) => (
          <g key={bucket.fromSeconds}>
            <rect
              className={classes.bar}
              x={i * step + GAP}
              y={y(bucket.n)}
              width={step - 2 * GAP}
              height={BOTTOM - y(bucket.n)}
            />
            <text x={(i + 0.5) * step} y={172} textAnchor="middle">
              {bucketLabel(bucket, t)}
            </text>
          </g>
        ))}
        {marks.map(({ text, x, labelX }) => (
          <g key={text}>
            <path className={classes.mark} d={`M${x} 16V${BOTTOM}`} />
            <text className="strong" x={labelX} y={10} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        {histogram.map((bucket, i) => (
          <text
            key={bucket.fromSeconds}
            className="plain haloed"
            x={(i + 0.5) * step}
            y={y(bucket.n) - 4}
            textAnchor="middle"
          >
            {formatCount(bucket.n)}
          </text>
        ))}
        <path className={classes.base} d={`M0 ${BOTTOM}H${width}`} />
      </svg>
    </div>
  );
}
