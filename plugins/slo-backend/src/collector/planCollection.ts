import type { Series } from '../slos/Slo';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Tiles that are asked for again, for samples that came late. */
const REREAD_TILES = 3;

/** How far back a source is asked again for tiles that it did not have. */
const PATIENCE_SECONDS = 6 * HOUR;

/** Tiles of one chunk of history: well below the 11,000 points that Prometheus answers at most. */
const CHUNK_TILES = 2_016;

/** A stretch of time to be asked for. Instants are seconds since the epoch, multiples of the tile width. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * The newest tiles that are missing, with the last three again. Beginnings are put on few common ones, so that
 * many SLOs can be asked for at once: a tile asked for twice changes nothing. Those further back are whole hours,
 * so that none lies within what is stored as one tile by then.
 */
export function newestStretch(
  series: Pick<Series, 'watermark' | 'askedTo' | 'loadedFrom'>,
  tileSeconds: number,
  now: number,
): Stretch {
  const { watermark, askedTo, loadedFrom } = series;
  const to = Math.floor(now / tileSeconds) * tileSeconds;
  const common = to - (REREAD_TILES + 1) * tileSeconds;
  const reread = REREAD_TILES * tileSeconds;
  // Until the first answer it is up from where history goes down: neither would ask for what lies between.
  const wanted =
    askedTo === null
      ? loadedFrom ?? common
      : Math.max(watermark ?? 0, askedTo - PATIENCE_SECONDS) - reread;
  if (askedTo === null && wanted >= hourBefore(common)) {
    return { from: hourBefore(common), to };
  }
  if (wanted >= common) {
    return { from: common, to };
  }
  const patient = hourBefore(to - PATIENCE_SECONDS - reread);
  if (wanted >= patient) {
    return { from: patient, to };
  }
  const from = Math.floor(wanted / DAY) * DAY;
  return { from, to: Math.min(to, from + CHUNK_TILES * tileSeconds) };
}

function hourBefore(instant: number): number {
  return Math.floor(instant / HOUR) * HOUR;
}

/**
 * The next older chunk of history, newest first, in whole days; undefined once everything that the source holds
 * is loaded.
 */
export function nextChunk(
  series: Pick<Series, 'loadedFrom' | 'sourceFrom'>,
  tileSeconds: number,
): Stretch | undefined {
  const { loadedFrom, sourceFrom } = series;
  if (loadedFrom === null || sourceFrom === null || loadedFrom <= sourceFrom) {
    return undefined;
  }
  const length = Math.max(DAY, CHUNK_TILES * tileSeconds);
  const from = Math.floor((loadedFrom - length) / DAY) * DAY + DAY;
  return {
    from: Math.max(
      from < loadedFrom ? from : from - DAY,
      Math.floor(sourceFrom / HOUR) * HOUR,
    ),
    to: loadedFrom,
  };
}
