import {
  allowedFraction,
  GapPolicy,
} from '@golden-path/backstage-plugin-slo-common';
import { applyGapPolicy } from '../tiles/applyGapPolicy';
import { noSums, subtractSums, Sums } from '../tiles/Tile';
import type { StoredStatus } from './StoredStatus';

/** Points of the sparkline. */
const SPARKLINE_STEPS = 60;

/** The ends of the sparkline's steps, oldest first: on a grid, so that it changes only once per step. */
export function sparklineInstants(to: number, windowSeconds: number): number[] {
  const step = Math.ceil(windowSeconds / SPARKLINE_STEPS);
  const last = Math.floor(to / step) * step;
  return Array.from(
    { length: SPARKLINE_STEPS },
    (_, index) => last - (SPARKLINE_STEPS - 1 - index) * step,
  );
}

/** What of the present window's budget was left at each instant, as the burn-down shows it. */
export function drawSparkline(options: {
  instants: number[];
  prefixes: Map<number, Sums>;
  window: { from: number; to: number };
  sums: Sums;
  objective: number;
  gaps: { firstStart: number | null; policy: GapPolicy };
}): StoredStatus['sparkline'] {
  const { instants, prefixes, window, sums, objective } = options;
  const budget = sums.total * allowedFraction(objective);
  const start = prefixes.get(window.from) ?? noSums;
  return {
    to: instants.at(-1)!,
    remaining: instants.map(at => {
      const to = Math.max(at, window.from);
      const lost = applyGapPolicy(
        subtractSums(prefixes.get(to)!, start),
        { from: window.from, to, firstStart: options.gaps.firstStart },
        options.gaps.policy,
      );
      return budget > 0 && lost.covered > 0
        ? 1 - (lost.total - lost.good) / budget
        : null;
    }),
  };
}
