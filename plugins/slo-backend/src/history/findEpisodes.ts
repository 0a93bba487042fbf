import {
  allowedFraction,
  burnRate,
} from '@golden-path/backstage-plugin-slo-common';
import type { Tile } from '../tiles/Tile';

/** A time of loss; instants are seconds since the epoch. */
export interface LossEpisode {
  from: number;
  to: number;
  bad: number;
  total: number;
  /** Fraction of the window's budget. */
  budget: number;
}

/** Losses less than this far apart are one. */
const MERGE_SECONDS = 900;

/** Losses below this fraction of the budget are not worth a line. */
const WORTH_TELLING = 0.01;

/**
 * The times of a window in which its budget was lost faster than at an even pace, the costliest first.
 *
 * @param options - `tiles`: those of the window, ascending
 */
export function findEpisodes(options: {
  tiles: Tile[];
  objective: number;
  windowTotal: number;
}): LossEpisode[] {
  const { tiles, objective, windowTotal } = options;
  const budget = windowTotal * allowedFraction(objective);
  const episodes: LossEpisode[] = [];
  for (const tile of tiles) {
    const burn = burnRate(tile, objective);
    if (burn === null || burn <= 1) {
      continue;
    }
    const bad = tile.total - tile.good;
    const start = tile.end - tile.seconds;
    const last = episodes.at(-1);
    if (last && start - last.to < MERGE_SECONDS) {
      last.to = tile.end;
      last.bad += bad;
      last.total += tile.total;
      last.budget = last.bad / budget;
    } else {
      episodes.push({
        from: start,
        to: tile.end,
        bad,
        total: tile.total,
        budget: bad / budget,
      });
    }
  }
  return episodes
    .filter(episode => episode.budget >= WORTH_TELLING)
    .sort((a, b) => b.budget - a.budget || b.from - a.from);
}
