import type {
  Episode,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { dayKey } from '../format/dateParts';
import { formatBudget } from '../format/formatBudget';
import { formatCount } from '../format/formatCount';
import { formatDuration, formatSpan } from '../format/formatDuration';
import { formatClock, formatDay, formatMoment } from '../format/formatMoment';
import { formatPercent } from '../format/formatPercent';
import { windowSeconds } from '../slo/windowSeconds';
import type { SloTranslation } from '../translation/useSloTranslation';
import type { BurnDownView } from './BurnDownView';
import type { PlotPoint } from './plotPoints';

interface SentenceOptions {
  slo: SloStatus;
  view: BurnDownView;
  points: PlotPoint[];
  episodes: Episode[];
  now: Date;
  t: SloTranslation;
}

/** What the chart shows, in words: its label for those who do not see it, and its caption. */
export function burnDownSentence(options: SentenceOptions): string {
  const { slo, view, points, now, t } = options;
  const name = `${parseEntityRef(slo.entityRef).name} ${slo.name}`;
  const known = points.filter(
    (point): point is PlotPoint & { left: number } => point.left !== null,
  );
  if (known.length === 0) {
    return t('burnDown.sentence.unknown', { name });
  }
  const first = known[0];
  const last = known[known.length - 1];
  const { left } = formatBudget(1 - last.left);
  const period = {
    from: formatEnd(view.from, view, now),
    to: formatEnd(view.to, view, now),
  };
  if (view.mode === 'rolling') {
    const all = known.map(point => point.left);
    return t('burnDown.sentence.rolling', {
      ...period,
      name,
      least: formatBudget(1 - Math.min(...all)).left,
      most: formatBudget(1 - Math.max(...all)).left,
      window: formatSpan(windowSeconds(slo.window)),
      left,
    });
  }
  if (last.left < 0) {
    return overspent(name, known, options);
  }
  // The first step's own loss happened within the view too.
  const firstLoss =
    slo.total > 0
      ? (first.total - first.good) / (slo.total * (1 - slo.objective))
      : 0;
  const story = t('burnDown.sentence.used', {
    ...period,
    name,
    used: formatBudget(first.left + firstLoss - last.left).used,
    left,
  });
  return [story, largestLoss(options)].filter(Boolean).join(' ');
}

function overspent(
  name: string,
  known: (PlotPoint & { left: number })[],
  { slo, now, t }: SentenceOptions,
): string {
  const consumed = 1 - known[known.length - 1].left;
  const { remainingEvents } = slo.budget;
  const count = Math.trunc(Math.abs(remainingEvents ?? 0));
  const lastAbove = known.map(({ left }) => left >= 0).lastIndexOf(true);
  const story = t('burnDown.sentence.over', {
    name,
    over: formatBudget(consumed).over ?? '–',
    events: t(`burnDown.sentence.overEvents.${slo.indicator.form}`, {
      count,
      events: formatCount(count),
    }),
  });
  const fall = known[lastAbove + 1];
  return lastAbove >= 0 && fall
    ? `${story} ${t('burnDown.sentence.belowZero', {
        time: formatMoment(fall.at, { now }),
      })}`
    : story;
}

function largestLoss({ episodes, view, now, t }: SentenceOptions): string {
  const [largest] = episodes
    .filter(
      ({ from, to }) =>
        Date.parse(to) > view.from.getTime() &&
        Date.parse(from) < view.to.getTime(),
    )
    .sort((a, b) => b.budget - a.budget);
  if (!largest) {
    return '';
  }
  const share = formatPercent(largest.budget);
  const { from, to } = largest;
  if (dayKey(new Date(from)) !== dayKey(new Date(to))) {
    return t('burnDown.sentence.lossOver', {
      share,
      from: formatMoment(from, { now }),
      to: formatMoment(to, { now }),
    });
  }
  const loss = {
    share,
    day: formatDay(from, { now }),
    from: formatClock(from),
    to: formatClock(to),
  };
  const deployment = largest.marks.find(
    mark =>
      (mark.kind === 'deployment' || mark.kind === 'failed-deployment') &&
      Date.parse(mark.at) <= Date.parse(from),
  );
  return deployment
    ? t('burnDown.sentence.lossAfter', {
        ...loss,
        time: formatDuration(
          (Date.parse(from) - Date.parse(deployment.at)) / 1000,
        ),
        title: deployment.title,
      })
    : t('burnDown.sentence.loss', loss);
}

/** Days name the ends of a long view, times those of a day. */
function formatEnd(at: Date, { from, to }: BurnDownView, now: Date): string {
  return to.getTime() - from.getTime() > 2 * 86_400_000
    ? formatDay(at, { now })
    : formatMoment(at, { now });
}
