import { noSums, StoredTile, subtractSums, Sums } from './Tile';

/**
 * The cumulative sums at an instant, from the first stored tile that ends at or after it. Inside the tile its
 * content counts in proportion to time.
 */
export function prefixWithin(tile: StoredTile, at: number): Sums {
  const start = tile.end - tile.seconds;
  const missing = Math.min(1, (tile.end - Math.max(at, start)) / tile.seconds);
  return {
    covered: tile.cum.covered - missing * tile.covered,
    good: tile.cum.good - missing * tile.good,
    total: tile.cum.total - missing * tile.total,
    anomalies: tile.cum.anomalies - missing * tile.anomalies,
  };
}

/** Cumulative sums over tiles in memory, for walks over a whole history. */
export class PrefixSums {
  readonly #tiles: StoredTile[];

  /** @param tiles - ascending by end */
  constructor(tiles: StoredTile[]) {
    this.#tiles = tiles;
  }

  at(instant: number): Sums {
    const last = this.#tiles.at(-1);
    if (!last) {
      return noSums;
    }
    if (instant >= last.end) {
      return last.cum;
    }
    let low = 0;
    let high = this.#tiles.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#tiles[middle].end >= instant) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return prefixWithin(this.#tiles[low], instant);
  }

  between(from: number, to: number): Sums {
    return subtractSums(this.at(to), this.at(from));
  }
}
