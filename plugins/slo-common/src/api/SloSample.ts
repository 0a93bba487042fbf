import type { Problem } from '../definition/Problem';
import type { SloDefinition } from '../definition/SloDefinition';

/**
 * Good and total of one tile.
 *
 * @public
 */
export interface SloSample {
  /** RFC 3339; aligned to a multiple of `seconds`. */
  start: string;
  /** Divides 3600; the same for all samples of a generation. */
  seconds: number;
  /** Good events, or slices; at least 0. */
  good: number;
  /** All events, or slices; at least 0, where 0 is a measured absence of traffic. */
  total: number;
}

/**
 * What came of a push.
 *
 * @public
 */
export interface SamplesResult {
  /** Samples that are new, or differ from what was stored for their tile. */
  accepted: number;
  /** Samples that were stored already. */
  unchanged: number;
}

/**
 * An SLO document in any of the known formats.
 *
 * @public
 */
export interface SloDocument {
  /** Name for messages, such as `slos/api-service.yaml`. */
  file: string;
  /** YAML, with one or more documents in it. */
  content: string;
}

/**
 * What is defined by documents, and what is wrong with them.
 *
 * @public
 */
export interface ValidationResult {
  /** True where there is no error; warnings are no errors. */
  valid: boolean;
  /** The SLOs without an error. */
  slos: SloDefinition[];
  /** All errors and warnings, by file, line and column. */
  problems: Problem[];
}
