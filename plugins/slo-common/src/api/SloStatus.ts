import type { SliceOperator } from '../definition/Indicator';
import type {
  PolicyEffect,
  PolicyThreshold,
} from '../definition/PolicyThreshold';
import type { Problem } from '../definition/Problem';
import type { SloDefinition } from '../definition/SloDefinition';
import type { SloWindow } from '../definition/SloWindow';

/**
 * What can be said about an SLO's data, worst first. `frozen` goes with the first three: numbers are
 * shown as far as they are known, but alerts, policy and gate keep their last state.
 *
 * @public
 */
export type DataState =
  | 'empty'
  | 'backfilling'
  | 'stale'
  | 'partial'
  | 'no-traffic'
  | 'ok';

/** @public */
export interface BudgetStatus {
  /** Fraction of the error budget that is used: 0.618 is 61.8 %; above 1 when overspent; null without data. */
  consumed: number | null;
  /** 1 − consumed: negative when overspent. */
  remaining: number | null;
  /** Seconds of full outage that are left; negative when overspent. */
  remainingSeconds: number | null;
  /** Failures that are left at the window's traffic; negative when overspent. */
  remainingEvents: number | null;
}

/** @public */
export interface BurnRate {
  /** Length of the window it is measured over. */
  seconds: number;
  /** 1 uses up the budget in exactly one SLO window; null without data. */
  value: number | null;
}

/** @public */
export interface BurnAlert {
  severity: 'page' | 'ticket';
  longSeconds: number;
  shortSeconds: number;
  /** Limit that both burn rates must exceed. */
  factor: number;
  longBurn: number | null;
  shortBurn: number | null;
  firing: boolean;
  /** Instant since when it fires. */
  since?: string;
}

/** @public */
export interface ActivePolicy extends PolicyThreshold {
  since: string;
}

/** @public */
export interface PolicyStatus {
  thresholds: PolicyThreshold[];
  active: ActivePolicy | null;
  /** True where the document has no policy and the configured one stands in. */
  inherited: boolean;
}

/** @public */
export interface DataGap {
  from: string;
  to: string;
}

/** @public */
export interface DataStatus {
  state: DataState;
  frozen: boolean;
  /** Measured fraction of the window, from the later of its start and the first tile. */
  coverage: number;
  /** While backfilling: fraction of the window that is loaded. */
  loaded?: number;
  /** End of the newest measured tile; null while there is none. */
  watermark: string | null;
  /** Where the numbers come from. */
  source: DataSource;
  /** Since when the present query counts. */
  generationSince: string;
  /** The query before it, where there was one. */
  previousGeneration?: {
    generation: number;
    until: string;
    consumed: number | null;
  };
  /** The largest ones, newest first. */
  gaps: DataGap[];
  /** Tiles of the window in which good was greater than total and was clamped. */
  anomalies: number;
  /** Width of the newest tile. */
  tileSeconds: number | null;
  /** When the owner was told that the data are stale or partial. */
  notifiedAt?: string;
  /** Why the source did not answer, and since when. */
  sourceError?: { message: string; since: string };
}

/** @public */
export interface DataSource {
  type: 'prometheus' | 'push' | string;
  /** Name of the metric source, or subject of the last push. */
  name: string | null;
  /** True for labelled demonstration data. */
  demo?: boolean;
}

/** @public */
export interface Forecast {
  kind: 'exhausts' | 'recovers' | 'stable';
  at?: string;
}

/** @public */
export interface DocumentStatus {
  file: string;
  url?: string;
  revision?: string;
  /** When this version was read first. */
  readAt: string;
}

/** @public */
export type StatusWindow = SloWindow & { from: string; to: string };

/**
 * The state of one SLO: what the card, the list and other backends show and judge by.
 *
 * @public
 */
export interface SloStatus {
  /** Opaque and URL-safe; the same over redefinitions. */
  id: string;
  entityRef: string;
  ownerRef: string | null;
  systemRef: string | null;
  name: string;
  description?: string;
  objective: number;
  objectiveDefaulted: boolean;
  /** What is counted: wording of the objective line depends on it. */
  indicator: {
    form: 'ratio' | 'latency' | 'slices';
    thresholdSeconds?: number;
    /** What is counted, where the query tells, such as `POST /api/orders`; else requests. */
    subject?: string;
    /** Slices: length of one. */
    sliceSeconds?: number;
    /** Slices: how a good slice's value compares with `value`. */
    op?: SliceOperator;
    value?: number;
  };
  window: StatusWindow;
  /** good / total; null without data. */
  sli: number | null;
  good: number;
  total: number;
  budget: BudgetStatus;
  /** Budget remaining at even steps over the window, oldest first; null where nothing was measured. */
  sparkline: (number | null)[];
  burnRates: BurnRate[];
  alerts: BurnAlert[];
  policy: PolicyStatus;
  data: DataStatus;
  forecast: Forecast | null;
  document: DocumentStatus;
  problems: Problem[];
}

/** @public */
export interface SloDetail extends SloStatus {
  definition: SloDefinition;
}

/** @public */
export interface SloList {
  items: SloStatus[];
  nextCursor?: string;
  totals: {
    byState: Record<DataState, number>;
    byEffect: Record<PolicyEffect | 'none', number>;
    /** SLOs with at least one firing alert. */
    firing: number;
  };
}

/**
 * All that an entity's card shows, in one answer.
 *
 * @public
 */
export interface EntityBudget {
  slos: SloStatus[];
  /** Why there are none: no annotation, a pattern without a file, or no file without an error. */
  reason: null | 'no-annotation' | 'no-match' | 'all-broken';
  problems: Problem[];
  /** The annotation's value, where there is one. */
  annotation?: string;
  /** Where documents were looked for. */
  lookedIn?: string;
}
