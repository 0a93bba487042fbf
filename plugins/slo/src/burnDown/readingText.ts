import type {
  HistoryMark,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { formatBudget } from '../format/formatBudget';
import { formatCount } from '../format/formatCount';
import { formatClock, formatPeriod } from '../format/formatMoment';
import { formatPercent } from '../format/formatPercent';
import type { SloTranslation } from '../translation/useSloTranslation';
import type { PlotPoint } from './plotPoints';

/** What the reading line tells of one step: its time first. */
export function readingText(options: {
  slo: SloStatus;
  point: PlotPoint;
  marks: HistoryMark[];
  now: Date;
  t: SloTranslation;
}): string[] {
  const { slo, point, now, t } = options;
  const period = formatPeriod(point.from, point.at, { now });
  if (point.left === null) {
    return [period, t('burnDown.reading.gap')];
  }
  const bad = point.total - point.good;
  return [
    period,
    t('burnDown.reading.left', {
      left: formatBudget(1 - point.left).left,
      time: formatClock(point.at),
    }),
    point.total > 0
      ? t('burnDown.reading.bad', {
          bad: formatCount(bad),
          total: formatCount(point.total),
          verb: t(`tab.stat.verb.${slo.indicator.form}`),
          share: formatPercent(bad / point.total),
        })
      : t('burnDown.reading.noTraffic'),
    ...marksDuring(options),
  ];
}

/** Marks of the step itself and of the one before, where a cause may lie. */
function marksDuring(options: {
  point: PlotPoint;
  marks: HistoryMark[];
  t: SloTranslation;
}): string[] {
  const { point, marks, t } = options;
  const end = point.at.getTime();
  const start = 2 * point.from.getTime() - end;
  const texts = marks
    .filter(({ at, to }) => Date.parse(to ?? at) >= start)
    .filter(({ at }) => Date.parse(at) <= end)
    .map(({ kind, title, at }) => {
      const time = formatClock(at);
      switch (kind) {
        case 'incident':
          return t('burnDown.reading.incident', { title });
        case 'rollback':
          return t('burnDown.reading.rollback', { title, time });
        default:
          return t('burnDown.reading.deploy', { title, time });
      }
    });
  return texts.length > 0 ? [texts.join('; ')] : [];
}
