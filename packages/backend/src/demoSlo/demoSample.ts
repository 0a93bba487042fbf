import { createHash } from 'node:crypto';
import type { SloSample } from '@golden-path/backstage-plugin-slo-common';
import { demoLoad } from './demoLoad';
import { DemoIncident, DemoSeries } from './DemoSeries';
import { storyTime } from './storyTime';

/** Width of the demo's tiles in seconds. */
export const DEMO_TILE_SECONDS = 60;

/** Up to this load nothing fails without an incident. A month that begins at midnight begins well. */
const QUIET_LOAD = 0.7;

/** Half the range in which a minute's requests scatter. */
const SCATTER = 0.08;

/** Seconds until an incident is at its height, and from there to its end. */
const RISE = 300;
const FALL = 600;

/**
 * What the demo measured in one tile: always the same for the same tile, so that sending it again
 * changes nothing. Instants are seconds since the epoch.
 */
export function demoSample(options: {
  name: string;
  series: DemoSeries;
  start: number;
  /** When the demo began. */
  since: number;
}): SloSample {
  const { name, series, start, since } = options;
  const [scatter, rounding] = randomNumbers(`${name} ${start}`);
  const load = demoLoad(start);
  const total = Math.round(
    series.requestsPerMinute * load * (1 + SCATTER * (2 * scatter - 1)),
  );
  const at = storyTime({ at: start, since });
  const badFraction = series.incidents.reduce(
    (sum, incident) => sum + incident.bad * heightAt(incident, at),
    series.badPerLoad * Math.max(0, load - QUIET_LOAD),
  );
  const bad = Math.min(total, Math.floor(total * badFraction + rounding));
  return {
    start: new Date(start * 1_000).toISOString(),
    seconds: DEMO_TILE_SECONDS,
    good: total - bad,
    total,
  };
}

/** From 0 before and after an incident to 1 at its height. */
function heightAt(incident: DemoIncident, at: number): number {
  const elapsed = at + DEMO_TILE_SECONDS / 2 - incident.start;
  return Math.max(
    0,
    Math.min(1, elapsed / RISE, (incident.seconds - elapsed) / FALL),
  );
}

/** Two numbers of [0, 1) that look random, and are the same for the same seed. */
function randomNumbers(seed: string): [number, number] {
  const digest = createHash('sha256').update(seed).digest();
  return [digest.readUInt32BE(0) / 2 ** 32, digest.readUInt32BE(4) / 2 ** 32];
}
