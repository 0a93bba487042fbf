import { addSums, Tile } from './Tile';
import { levelOf } from './tileLevels';

/**
 * Puts tiles together into the stretches that their age allows. The result depends on the tiles and the
 * watermark only, not on the steps in which they came.
 *
 * @param tiles - ascending by end; already widened ones may be among them
 */
export function widenTiles(options: {
  tiles: Tile[];
  baseSeconds: number;
  watermark: number;
}): Tile[] {
  const { tiles, baseSeconds, watermark } = options;
  const widened: Tile[] = [];
  for (const tile of tiles) {
    const level = levelOf({
      start: tile.end - tile.seconds,
      baseSeconds,
      watermark,
    });
    const last = widened.at(-1);
    if (last && last.end === level.end) {
      Object.assign(last, addSums(last, tile));
    } else {
      widened.push({
        ...tile,
        end: Math.max(level.end, tile.end),
        seconds: Math.max(level.seconds, tile.seconds),
      });
    }
  }
  return widened;
}
