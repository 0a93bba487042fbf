import type {
  Episode,
  HistoryMark,
  HistoryPoint,
  PolicyChange,
  SloHistory,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';

const HOUR = 3600;

/** What availability has used of its budget, and how many failures that budget allows. */
const CONSUMED = 0.618;
const AVAILABILITY_BUDGET = 37_513_133 * 0.005;

export const episodes: Episode[] = [
  {
    from: '2026-11-11T14:05:00Z',
    to: '2026-11-11T15:50:00Z',
    bad: 62_687,
    total: 145_109,
    budget: 0.334,
    marks: [],
  },
  {
    from: '2026-11-03T09:20:00Z',
    to: '2026-11-03T10:05:00Z',
    bad: 10_000,
    total: 51_546,
    budget: 0.053,
    marks: [],
  },
  {
    from: '2026-11-19T06:05:00Z',
    to: '2026-11-19T07:10:00Z',
    bad: 5805,
    total: 52_297,
    budget: 0.031,
    marks: [],
  },
];

export const marks: HistoryMark[] = [
  ...[
    '2026-10-26T09:00:00Z',
    '2026-11-02T20:30:00Z',
    '2026-11-08T15:00:00Z',
    '2026-11-12T10:00:00Z',
    '2026-11-17T11:00:00Z',
  ].map(
    (at, i): HistoryMark => ({ at, kind: 'deployment', title: `b${i}10c4e` }),
  ),
  {
    at: '2026-11-11T14:02:00Z',
    kind: 'failed-deployment',
    title: 'a3f9c21',
    url: 'https://github.com/acme/api-service/commit/a3f9c21',
  },
  { at: '2026-11-11T15:48:00Z', kind: 'rollback', title: 'b210c4e' },
  {
    at: '2026-11-11T14:07:00Z',
    to: '2026-11-11T15:50:00Z',
    kind: 'incident',
    title: '412',
  },
];

/** The episodes in an SLO's own numbers, the first with what happened at its time. */
export function episodesOf(slo: SloStatus, hasMarks: boolean): Episode[] {
  const scale = (slo.budget.consumed ?? 0) / CONSUMED;
  const events = (slo.total * (1 - slo.objective)) / AVAILABILITY_BUDGET;
  return episodes
    .filter(() => slo.total > 0)
    .map((episode, i) => ({
      ...episode,
      bad: Math.round(episode.bad * scale * events),
      budget: episode.budget * scale,
      marks:
        hasMarks && i === 0
          ? marks.filter(
              ({ kind }) => kind === 'failed-deployment' || kind === 'incident',
            )
          : [],
    }));
}

export const policyChanges: PolicyChange[] = [
  policyChange('2026-11-11T15:45:00Z', true, 0.502),
  policyChange('2026-09-28T08:15:00Z', false, 0.449),
  policyChange('2026-09-22T05:15:00Z', true, 0.513),
];

/**
 * Hourly points of the last 30 days: quiet hours that lose a little, and the episodes. The last point
 * has used what the status says.
 */
export function historyOf(
  slo: SloStatus,
  options: { gap?: { from: string; to: string }; marks?: HistoryMark[] } = {},
): SloHistory {
  const points: HistoryPoint[] = [];
  const from = Date.parse(slo.window.from);
  const hours = 720;
  const target = slo.budget.consumed ?? 0;
  const lost = episodes.reduce((sum, { budget }) => sum + budget, 0);
  const scale = target / CONSUMED;
  const budgetEvents = slo.total * (1 - slo.objective);
  let consumed = 0;
  for (let i = 1; i <= hours; i++) {
    const at = from + i * HOUR * 1000;
    const inGap =
      options.gap !== undefined &&
      at > Date.parse(options.gap.from) &&
      at <= Date.parse(options.gap.to);
    const cost = inGap
      ? 0
      : ((CONSUMED - lost) / hours + episodeShare(at - HOUR * 1000, at)) *
        scale;
    consumed += cost;
    const total = inGap ? 0 : Math.round(slo.total / hours);
    const bad = Math.min(total, cost * budgetEvents);
    points.push({
      at: new Date(at).toISOString(),
      good: total - bad,
      total,
      sli: total > 0 ? 1 - bad / total : null,
      consumed,
      ideal: i / hours,
      coverage: inGap ? 0 : 1,
    });
  }
  return { points, marks: options.marks ?? [] };
}

/** Budget that the episodes cost between two instants, if each burned evenly. */
function episodeShare(from: number, to: number): number {
  return episodes.reduce((sum, episode) => {
    const start = Date.parse(episode.from);
    const end = Date.parse(episode.to);
    const overlap = Math.max(0, Math.min(end, to) - Math.max(start, from));
    return sum + (episode.budget * overlap) / (end - start);
  }, 0);
}

function policyChange(
  at: string,
  entered: boolean,
  consumed: number,
): PolicyChange {
  return {
    at,
    threshold: 0.5,
    action: 'Reliability review required before next feature release',
    effect: 'review',
    entered,
    consumed,
  };
}
