import type { Indicator } from './Indicator';
import type { PolicyThreshold } from './PolicyThreshold';
import type { SloWindow } from './SloWindow';

/**
 * The formats of SLO documents that the suite knows.
 *
 * @public
 */
export type SloFormat = 'golden-path' | 'openslo' | 'sloth' | 'pyrra';

/**
 * How an SLI is turned into good and total: by counting events, by judging time slices, or by
 * judging slices whose value is itself a ratio of events.
 *
 * @public
 */
export type SloMethod = 'occurrences' | 'timeslices' | 'ratio-timeslices';

/**
 * What a tile that was not measured counts as: neither good nor bad (`gap`), wholly good or wholly bad.
 *
 * @public
 */
export type GapPolicy = 'gap' | 'good' | 'bad';

/**
 * One service level objective, normalised from whatever format its document is written in.
 *
 * @public
 */
export interface SloDefinition {
  /** Format that the document is written in. */
  format: SloFormat;
  /** Service that the document is about, as it names it. */
  service: string;
  /** Unique within one catalog entity. */
  name: string;
  /** Owner as the document names it; the catalog's owner is the one that counts. */
  owner?: string;
  /** What the SLO is about, in the document's own words. */
  description?: string;
  /** Fraction of good events or slices that is promised; strictly between 0 and 1. */
  objective: number;
  /** True where the document names no objective and the configured one stands in. */
  objectiveDefaulted?: boolean;
  /** Time over which the objective is promised. */
  window: SloWindow;
  /** How good and total come about. */
  method: SloMethod;
  /** Length of one slice in seconds; only for slice methods. */
  sliceSeconds?: number;
  /** Fraction of good events that makes a slice good; only for `ratio-timeslices`. */
  sliceTarget?: number;
  /** What is measured. */
  indicator: Indicator;
  /** Ascending by threshold; empty where the document has no policy of its own. */
  policy: PolicyThreshold[];
  /** What a tile that was not measured counts as. */
  gapPolicy: GapPolicy;
  /** Name of the metric source that the document asks for; absent: the entity's or the first. */
  source?: string;
  /** Who agreed to the objective on the product side, as the document names them. */
  agreedWith?: string[];
  /** Where the definition and its parts stand in the document. */
  location: DefinitionLocation;
}

/**
 * Lines, from 1, of the parts of a definition that the product points at.
 *
 * @public
 */
export interface DefinitionLocation {
  /** Name of the document, as it was handed over. */
  file: string;
  /** First line of the definition. */
  line: number;
  /** Line of the first query. */
  indicatorLine?: number;
  /** First and last line of the policy; absent where the document has none. */
  policyLines?: { from: number; to: number };
}
