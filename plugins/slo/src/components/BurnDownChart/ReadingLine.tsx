import type {
  HistoryMark,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import type { PlotPoint } from '../../burnDown/plotPoints';
import { readingText } from '../../burnDown/readingText';
import { useSloTranslation } from '../../translation/useSloTranslation';
import type { ChartLayout } from './chartLayout';
import { useChartStyles } from './useChartStyles';

/** Pixels of the box that holds the text. */
const LINE_HEIGHT = 18;
const MIN_WIDTH = 200;
const CHARACTER = 6.6;

/** The point under the pointer or chosen by arrow keys, with its numbers. */
export function ReadingLine(props: {
  slo: SloStatus;
  point: PlotPoint;
  marks: HistoryMark[];
  layout: ChartLayout;
  top: number;
  bottom: number;
  x: number;
  /** Undefined where nothing was measured. */
  y?: number;
  now: Date;
}) {
  const { layout, top, bottom, x, y } = props;
  const t = useSloTranslation();
  const classes = useChartStyles();
  const lines = readingText({ ...props, t });
  const width = Math.max(
    MIN_WIDTH,
    ...lines.map(({ length }) => length * CHARACTER + 20),
  );
  const fitsRight = x + 10 + width <= layout.width;
  return (
    <g pointerEvents="none">
      <path className={classes.reading} d={`M${x} ${top}V${bottom}`} />
      {y !== undefined && (
        <circle className={classes.readingDot} cx={x} cy={y} r="3.5" />
      )}
      <g
        transform={`translate(${
          fitsRight ? x + 10 : Math.max(0, x - 10 - width)
        }, ${top + 4})`}
      >
        <rect
          className={classes.box}
          width={width}
          height={lines.length * LINE_HEIGHT + 12}
          rx="4"
        />
        {lines.map((text, i) => (
          <text
            key={text}
            className={i === 0 ? classes.now : classes.ink}
            x="10"
            y={20 + i * LINE_HEIGHT}
          >
            {text}
          </text>
        ))}
      </g>
    </g>
  );
}
