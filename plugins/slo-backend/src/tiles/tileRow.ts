import type { StoredTile } from './Tile';

/** A row of `slo_tiles`. */
export interface TileRow {
  series_id: number;
  tile_end: number | string;
  seconds: number;
  covered: number;
  good: number;
  total: number;
  anomalies: number;
  cum_covered: number;
  cum_good: number;
  cum_total: number;
  cum_anomalies: number;
}

export function tileFromRow(row: TileRow): StoredTile {
  return {
    end: Number(row.tile_end),
    seconds: row.seconds,
    covered: row.covered,
    good: row.good,
    total: row.total,
    anomalies: row.anomalies,
    cum: {
      covered: row.cum_covered,
      good: row.cum_good,
      total: row.cum_total,
      anomalies: row.cum_anomalies,
    },
  };
}

export function tileToRow(seriesId: number, tile: StoredTile): TileRow {
  return {
    series_id: seriesId,
    tile_end: tile.end,
    seconds: tile.seconds,
    covered: tile.covered,
    good: tile.good,
    total: tile.total,
    anomalies: tile.anomalies,
    cum_covered: tile.cum.covered,
    cum_good: tile.cum.good,
    cum_total: tile.cum.total,
    cum_anomalies: tile.cum.anomalies,
  };
}
