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
  good: number;
  total: number;
}

/** @public */
export interface SamplesResult {
  accepted: number;
  unchanged: number;
}

/** @public */
export interface SloDocument {
  /** Name for messages, such as `slos/api-service.yaml`. */
  file: string;
  content: string;
}

/** @public */
export interface ValidationResult {
  valid: boolean;
  slos: SloDefinition[];
  problems: Problem[];
}
