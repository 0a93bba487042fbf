import type { SliceOperator } from '../definition/Indicator';
import type { Problem } from '../definition/Problem';
import type { SloDefinition } from '../definition/SloDefinition';
import type { SloWindow } from '../definition/SloWindow';
import type { BudgetStatus } from './BudgetStatus';
import type { BurnAlert, BurnRate } from './BurnAlert';
import type { DataStatus } from './DataStatus';
import type { PolicyStatus } from './PolicyStatus';

/**
 * What becomes of the budget if losses go on as of late.
 *
 * @public
 */
export interface Forecast {
  /** `exhausts`: nothing will be left; `recovers`: something will be left again; `stable`: neither. */
  kind: 'exhausts' | 'recovers' | 'stable';
  /** RFC 3339 instant of it; absent where stable. */
  at?: string;
}

/**
 * The document that an SLO was read from.
 *
 * @public
 */
export interface DocumentStatus {
  /** Path, relative to the entity's source location. */
  file: string;
  /** Where the document can be looked at; absent where it has no address for people. */
  url?: string;
  /** Commit that was read; absent where the document does not come from source control. */
  revision?: string;
  /** RFC 3339 instant at which this version was read first. */
  readAt: string;
}

/**
 * The window of an SLO and where it lies now: `to` is the watermark, `from` one window before it, both RFC 3339.
 *
 * @public
 */
export type StatusWindow = SloWindow & { from: string; to: string };

/**
 * The state of one SLO: what the card, the list and other backends show and judge by.
 *
 * @public
 */
export interface SloStatus {
  /** Opaque and URL-safe; the same over redefinitions. */
  id: string;
  /** Full ref of the catalog entity whose annotation names the document. */
  entityRef: string;
  /** Full ref of the entity's owner; null where it has none. */
  ownerRef: string | null;
  /** Full ref of the system that the entity is part of; null where it is in none. */
  systemRef: string | null;
  /** Unique within the entity. */
  name: string;
  /** What the SLO is about, as its document puts it. */
  description?: string;
  /** Fraction of good events or slices that is promised; strictly between 0 and 1. */
  objective: number;
  /** True where the document names no objective and the configured one stands in. */
  objectiveDefaulted: boolean;
  /** What is counted: wording of the objective line depends on it. */
  indicator: {
    form: 'ratio' | 'latency' | 'slices';
    /** Latency: longest duration of a good request. */
    thresholdSeconds?: number;
    /** What is counted, where the query tells, such as `POST /api/orders`; else requests. */
    subject?: string;
    /** Slices: length of one. */
    sliceSeconds?: number;
    /** Slices: how a good slice's value compares with `value`. */
    op?: SliceOperator;
    /** Slices: bound of a good slice's value, in the query's own unit. */
    value?: number;
  };
  /** The window that all numbers below are about, unless they say otherwise. */
  window: StatusWindow;
  /** good / total; null without data. */
  sli: number | null;
  /** Good events, or slices, of the window. */
  good: number;
  /** All events, or slices, of the window. */
  total: number;
  /** What is left of the window's error budget. */
  budget: BudgetStatus;
  /** Budget remaining at even steps over the window, oldest first; null where nothing was measured. */
  sparkline: (number | null)[];
  /** Over 1 hour, 6 hours, 1 day and 3 days, as far as the window is that long. */
  burnRates: BurnRate[];
  /** The fastest burn first; whether they fire or not. */
  alerts: BurnAlert[];
  /** The error budget policy and what it asks for now. */
  policy: PolicyStatus;
  /** How far the numbers can be relied on. */
  data: DataStatus;
  /** Null where nothing can be said. */
  forecast: Forecast | null;
  /** Where the definition comes from. */
  document: DocumentStatus;
  /** Errors and warnings of the entity's documents, and warnings of the source. */
  problems: Problem[];
}

/**
 * The state of one SLO together with its definition.
 *
 * @public
 */
export interface SloDetail extends SloStatus {
  /** The last version of the definition that had no error. */
  definition: SloDefinition;
}
