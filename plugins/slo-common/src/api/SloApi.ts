import type { DataState } from './DataStatus';
import type { EntityBudget } from './EntityBudget';
import type { Episode, Page, PolicyChange, SloHistory } from './SloHistory';
import type { SloList } from './SloList';
import type {
  SamplesResult,
  SloDocument,
  SloSample,
  ValidationResult,
} from './SloSample';
import type { SloDetail } from './SloStatus';

/**
 * Which SLOs are listed: those that meet every field that is set.
 *
 * @public
 */
export interface SloListQuery extends SloPageQuery {
  /** Full ref of the entity that has the SLOs. */
  entityRef?: string;
  /** Full ref of a group or user. */
  owner?: string;
  /** Full ref of a system. */
  system?: string;
  /** State of the data. */
  state?: DataState;
}

/**
 * Which stretch of a burn-down is wanted, and how it is drawn.
 *
 * @public
 */
export interface SloHistoryQuery {
  /** RFC 3339; default: the beginning of the SLO's window. */
  from?: string;
  /** RFC 3339; default: the end of the SLO's window. */
  to?: string;
  /**
   * Number of points, 2–720.
   *
   * @defaultValue 181
   */
  points?: number;
  /**
   * `window`: what the present window has lost up to each instant. `rolling`: what the window that ended
   * at each instant had lost.
   *
   * @defaultValue 'window'
   */
  mode?: 'window' | 'rolling';
  /** An earlier query's numbers; default: the present one's. */
  generation?: number;
}

/**
 * Which page of a list is wanted.
 *
 * @public
 */
export interface SloPageQuery {
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
 * How a request is made.
 *
 * @public
 */
export interface SloRequestOptions {
  /** Of the caller on whose behalf a backend asks; default: what the client was made with. */
  token?: string;
}

/**
 * The HTTP API of the slo backend, typed. Reading throws NotAllowedError where the caller lacks the permission
 * `slo.objective.read`; an SLO, or entity, that the catalog does not let the caller read is taken as not there.
 *
 * @public
 */
export interface SloApi {
  /** SLOs that the caller may read, the least budget left first. */
  listSlos(query?: SloListQuery, options?: SloRequestOptions): Promise<SloList>;

  /**
   * One SLO with its definition.
   *
   * @throws NotFoundError when no SLO has this id
   */
  getSlo(id: string, options?: SloRequestOptions): Promise<SloDetail>;

  /**
   * All SLOs of a catalog entity, or why it has none.
   *
   * @param entityRef - full ref, such as `component:default/api-service`
   * @throws NotFoundError when the catalog has no such entity
   */
  getEntityBudget(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<EntityBudget>;

  /**
   * The burn-down of an SLO, with deployments and incidents.
   *
   * @throws NotFoundError when no SLO has this id, or it never had this generation
   * @throws InputError when `from` is not before `to`
   */
  getHistory(
    id: string,
    query?: SloHistoryQuery,
    options?: SloRequestOptions,
  ): Promise<SloHistory>;

  /**
   * When policy actions began and ceased to hold, newest first.
   *
   * @throws NotFoundError when no SLO has this id
   */
  getPolicyHistory(
    id: string,
    query?: SloPageQuery,
    options?: SloRequestOptions,
  ): Promise<Page<PolicyChange>>;

  /**
   * Times of loss in the present window, the costliest first.
   *
   * @throws NotFoundError when no SLO has this id
   */
  getEpisodes(
    id: string,
    query?: SloPageQuery,
    options?: SloRequestOptions,
  ): Promise<Page<Episode>>;

  /**
   * Records measurements, with the token of a service. The same tile again replaces what was stored for it.
   *
   * @param samples - 1–10,000; one bad sample refuses them all
   * @throws NotFoundError when no SLO has this id
   * @throws NotAllowedError when the caller may not push for the SLO's entity
   * @throws ConflictError when the SLO is measured by a metric source, or was redefined meanwhile
   * @throws InputError that names the bad sample
   */
  pushSamples(
    id: string,
    samples: SloSample[],
    options?: SloRequestOptions,
  ): Promise<SamplesResult>;

  /**
   * Reads documents without storing anything.
   *
   * @param documents - 1–100, of which 2 MiB together are read; what is beyond is a problem of its own
   */
  validate(
    documents: SloDocument[],
    options?: SloRequestOptions,
  ): Promise<ValidationResult>;
}
