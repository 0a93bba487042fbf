import type { Granularity } from './DoraMetrics';
import type { DeploymentKind } from './Deployment';

/**
 * What is asked about: a part of the catalog, and a half-open window `[from, to)`.
 *
 * @public
 */
export interface DoraScopeQuery {
  /**
   * `all`, or the full ref of a component, system, domain or group.
   *
   * @defaultValue 'all'
   */
  scope?: string;
  /** RFC 3339; default: 30 days before `to`. */
  from?: string;
  /** RFC 3339; default: now. */
  to?: string;
}

/**
 * Which page of a list is wanted.
 *
 * @public
 */
export interface DoraPageQuery {
  /**
   * Items on one page, 1–500.
   *
   * @defaultValue 50
   */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

/**
 * Which metrics are wanted.
 *
 * @public
 */
export interface DoraMetricsQuery extends DoraScopeQuery {
  /**
   * Width of the series' points.
   *
   * @defaultValue 'day'
   */
  granularity?: Granularity;
}

/**
 * Which deployments are listed: those that meet every field that is set, newest first.
 *
 * @public
 */
export interface DeploymentQuery extends DoraScopeQuery, DoraPageQuery {
  /** Name of an environment, or `production` for all of the production tier. */
  environment?: string;
  /** What deployments are. */
  kind?: DeploymentKind;
  /** `failed`: those that made a recovery necessary; the others: how the rollout itself ended. */
  outcome?: 'success' | 'failure' | 'failed';
}

/**
 * Which excluded events are listed, newest first.
 *
 * @public
 */
export interface ExcludedQuery extends DoraScopeQuery, DoraPageQuery {
  /** Code of a reason, such as `redeploy`. */
  code?: string;
}

/**
 * How a request is made.
 *
 * @public
 */
export interface DoraRequestOptions {
  /** Of the caller on whose behalf a backend asks; default: what the client was made with. */
  token?: string;
}
