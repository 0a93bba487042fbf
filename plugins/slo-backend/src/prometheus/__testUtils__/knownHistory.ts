import { knownMinutes, type KnownMinute } from './knownMinutes';
import type { PrometheusSeries } from './PrometheusSeries';

/** What a tile of 300 s holds, by construction. */
export interface KnownTile {
  start: number;
  /** Requests with another status than 5xx. */
  good: number;
  /** Requests of at most 0.5 s. */
  fast: number;
  total: number;
  /** A scrape is missing at its edge: Prometheus extrapolates. */
  approximate: boolean;
}

export interface KnownHistory {
  from: number;
  to: number;
  series: PrometheusSeries[];
  /** Ascending; without those that no scrape saw. */
  tiles: KnownTile[];
}

const TILE_MINUTES = 5;
const BUCKETS = { '0.1': 0.6, '0.25': 0.8 };

/**
 * Requests of a service, as the seed's two SLOs count them, scraped every minute: uneven traffic, quiet
 * nights, an incident, a total outage during which the good series vanishes, restarts that reset the counters,
 * a gap of scrapes and two lost ones. `to` is a multiple of a day.
 */
export function knownHistory(options: {
  to: number;
  days: number;
}): KnownHistory {
  const minutes = knownMinutes(options);
  const from = options.to - options.days * 86_400;
  const status = (code: string) => ({ job: 'api', status: code });
  const path = { job: 'api', path: '/api/orders' };
  const bucket = (le: string, count: (minute: KnownMinute) => number) =>
    counter('http_request_duration_seconds_bucket', { ...path, le }, count);

  function counter(
    name: string,
    labels: Record<string, string>,
    count: (minute: KnownMinute) => number,
    vanishes: (minute: KnownMinute) => boolean = () => false,
  ): PrometheusSeries {
    let value = 1000;
    const samples = [{ at: from, value }];
    for (const minute of minutes) {
      value = (minute.restart ? 0 : value) + count(minute);
      if (minute.scraped && !vanishes(minute)) {
        samples.push({ at: minute.end, value });
      }
    }
    return { name, labels, samples };
  }

  return {
    from,
    to: options.to,
    series: [
      counter(
        'http_requests_total',
        status('200'),
        ({ good }) => good,
        ({ outage }) => outage,
      ),
      counter('http_requests_total', status('500'), m => m.total - m.good),
      ...Object.entries(BUCKETS).map(([le, share]) =>
        bucket(le, ({ fast }) => Math.floor(fast * share)),
      ),
      bucket('0.5', ({ fast }) => fast),
      bucket('1', ({ fast, total }) => Math.ceil((fast + total) / 2)),
      bucket('+Inf', ({ total }) => total),
      counter('http_request_duration_seconds_count', path, m => m.total),
    ],
    tiles: tilesOf(minutes),
  };
}

function tilesOf(minutes: KnownMinute[]): KnownTile[] {
  const tiles: KnownTile[] = [];
  for (let i = 0; i < minutes.length; i += TILE_MINUTES) {
    const inside = minutes.slice(i, i + TILE_MINUTES);
    const sum = (count: (minute: KnownMinute) => number) =>
      inside.reduce((total, minute) => total + count(minute), 0);
    // A rate needs two samples: a tile whose end alone was scraped tells nothing.
    if (inside.slice(0, -1).some(({ scraped }) => scraped)) {
      const edges = [minutes[i - 1], inside[TILE_MINUTES - 1]];
      tiles.push({
        start: inside[0].end - 60,
        good: sum(({ good }) => good),
        fast: sum(({ fast }) => fast),
        total: sum(({ total }) => total),
        approximate: edges.some(minute => minute?.scraped === false),
      });
    }
  }
  return tiles;
}
