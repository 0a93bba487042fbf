import type { Indicator } from '@golden-path/backstage-plugin-slo-common';

/**
 * One SLI to be measured.
 *
 * @public
 */
export interface SliSubject {
  /** Unique within a request; letters, digits, `-` and `_`. */
  key: string;
  /** What to measure. */
  indicator: Indicator;
}

/**
 * Good and total of one measured tile. A tile that the source knows nothing of is left out.
 *
 * @public
 */
export interface MeasuredTile {
  /** Beginning of the tile, in seconds since the epoch; a multiple of its width. */
  start: number;
  /** Good events; for slices 1 or 0. */
  good: number;
  /** All events; for slices 1. 0 is a measured absence of traffic. */
  total: number;
  /** Good was greater than total and was clamped. */
  anomaly: boolean;
}

/**
 * Which tiles of which SLIs are wanted.
 *
 * @public
 */
export interface MeasureRequest {
  /** All of them get tiles of the same width. */
  subjects: SliSubject[];
  /** Width of the tiles in seconds. */
  tileSeconds: number;
  /** Beginning of the first tile, in seconds since the epoch. */
  from: number;
  /** End of the last tile, in seconds since the epoch. */
  to: number;
  /** Ends the measurement; requests under way are to be given up. */
  signal: AbortSignal;
}

/**
 * What came of one subject: tiles in ascending order, or why there are none.
 *
 * @public
 */
export interface MeasureResult {
  /** That of the subject. */
  key: string;
  /** Ascending; empty after an error, or where the source knows nothing. */
  tiles: MeasuredTile[];
  /** What the owner should know, in full sentences. */
  warnings: string[];
  /** The subject alone failed, for instance by a query that the source refuses. */
  error?: string;
}

/**
 * A source of SLI measurements, for instance one metrics server.
 *
 * @public
 */
export interface SliProvider {
  /** Kind of source, such as `prometheus`. */
  readonly type: string;
  /** Name that documents and the annotation `golden-path.io/prometheus` use; unique over all providers. */
  readonly name: string;

  /**
   * Measures many subjects at once.
   *
   * @throws when the source as a whole cannot be asked; the message names the source and the reason.
   */
  measure(request: MeasureRequest): Promise<MeasureResult[]>;

  /**
   * The instant, in seconds since the epoch, from which on the source holds data of each subject, not before
   * `from`. Subjects without any data are left out; where it cannot be told, it is `from`. Precise to the hour,
   * rounded down.
   *
   * @throws when the source as a whole cannot be asked; the message names the source and the reason.
   */
  oldest(request: {
    subjects: SliSubject[];
    from: number;
    to: number;
    signal: AbortSignal;
  }): Promise<Map<string, number>>;

  /**
   * Width that tiles of each subject should have, in seconds; a divisor of 3600 and at least 60. Subjects that are
   * left out are not measured for now.
   *
   * @throws when the source as a whole cannot be asked; the message names the source and the reason.
   */
  tileSeconds(request: {
    subjects: SliSubject[];
    signal: AbortSignal;
  }): Promise<Map<string, number>>;
}
