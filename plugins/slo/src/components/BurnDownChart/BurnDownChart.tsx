import { useId, useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  HistoryMark,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import useMeasure from 'react-use/esm/useMeasure';
import type { BurnDownView } from '../../burnDown/BurnDownView';
import { budgetUse } from '../../burnDown/budgetUse';
import { budgetUseSentence } from '../../burnDown/budgetUseSentence';
import type { PlotPoint } from '../../burnDown/plotPoints';
import { readingText } from '../../burnDown/readingText';
import { unmeasured } from '../../burnDown/unmeasured';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { BudgetUseBars } from './BudgetUseBars';
import { BurnDownPlot } from './BurnDownPlot';
import { MarkLegend } from './MarkLegend';
import { nearestPoint } from './nearestPoint';
import { readingKey } from './readingKey';

/** Until the card's width has been measured. */
const FIRST_WIDTH = 1104;

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, overflow: 'hidden' },
    chart: {
      borderRadius: 4,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    heading: {
      margin: theme.spacing(2, 0, 1),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: '20px',
      fontWeight: 600,
    },
    live: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'SloBurnDownChart' },
);

/** The burn-down with its reading line, and the bars of budget used under it. */
export function BurnDownChart(props: {
  slo: SloStatus;
  view: BurnDownView;
  points: PlotPoint[];
  marks: HistoryMark[];
  /** What the chart shows, in words. */
  sentence: string;
  now: Date;
}) {
  const { slo, view, points, marks, sentence, now } = props;
  const t = useSloTranslation();
  const hintId = useId();
  const classes = useStyles();
  const [measureRef, { width: measured }] = useMeasure<HTMLDivElement>();
  const width = measured || FIRST_WIDTH;
  const [index, setIndex] = useState<number>();
  const reading = index === undefined ? undefined : points[index];
  const budget = useMemo(() => budgetUse({ slo, points }), [slo, points]);
  return (
    <div ref={measureRef} className={classes.root}>
      {/* One stop of the Tab key, whose arrow keys read the picture point by point. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={classes.chart}
        role="img"
        aria-label={sentence}
        aria-describedby={hintId}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={event => {
          const next = readingKey(event.key, index, points.length);
          if (next !== 'ignored') {
            event.preventDefault();
            setIndex(next);
          }
        }}
        onBlur={() => setIndex(undefined)}
        onMouseLeave={() => setIndex(undefined)}
      >
        <BurnDownPlot
          {...{ slo, view, points, marks, width, now, reading }}
          onPointerMove={at => setIndex(nearestPoint(points, at))}
        />
      </div>
      <div id={hintId} className={classes.live}>
        {t('burnDown.keys')}
      </div>
      <div className={classes.live} role="status">
        {reading &&
          readingText({ slo, point: reading, marks, now, t }).join(', ')}
      </div>
      <MarkLegend marks={marks} hasGaps={unmeasured(points).length > 0} />
      <h4 className={classes.heading}>
        {budget.unit === 'day' ? t('burnDown.perDay') : t('burnDown.perHour')}
      </h4>
      <BudgetUseBars
        budget={budget}
        width={width}
        label={budgetUseSentence({ budget, now, t })}
      />
    </div>
  );
}
