import type { SloSample } from '@golden-path/backstage-plugin-slo-common';

const TILE_SECONDS = 300;
const TILES_OF_DAY = 288;

/** A day more than the window, so that its first hour is whole. */
const TILES = 31 * TILES_OF_DAY;

/** Twelve hours that began a week before the end. */
const INCIDENT = {
  from: TILES - 7 * TILES_OF_DAY,
  to: TILES - 6.5 * TILES_OF_DAY,
};

/**
 * 1,000 requests every five minutes. One of them fails, in the incident a hundred. In the last 30 days
 * that makes 8,496 × 1 + 144 × 100 = 22,896 of 8,640,000. An objective of 99.5 % allows 43,200, so that
 * 53 % of its budget is used.
 */
export function monthOfTraffic(options: { until: Date }): SloSample[] {
  const end = Math.floor(options.until.getTime() / 1_000 / TILE_SECONDS);
  return Array.from({ length: TILES }, (_, index) => {
    const isIncident = index >= INCIDENT.from && index < INCIDENT.to;
    const start = new Date((end - TILES + index) * TILE_SECONDS * 1_000);
    return {
      start: start.toISOString(),
      seconds: TILE_SECONDS,
      good: 1_000 - (isIncident ? 100 : 1),
      total: 1_000,
    };
  });
}
