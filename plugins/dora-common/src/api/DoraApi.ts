import type { DataQualityFinding, ExcludedEvent } from './DataQuality';
import type { Deployment, DeploymentDetail, ShippedChange } from './Deployment';
import type { DoraMetrics } from './DoraMetrics';
import type {
  DeploymentQuery,
  DoraMetricsQuery,
  DoraPageQuery,
  DoraRequestOptions,
  DoraScopeQuery,
  ExcludedQuery,
} from './DoraQuery';
import type { DoraService } from './DoraService';
import type { DoraSourceStatus } from './DoraSourceStatus';
import type { FailureOverrule } from './FailureOverrule';
import type { Incident } from './Incident';
import type { Page } from './Page';
import type { Review, ReviewPage, Snapshot } from './Review';
import type { ReviewChange, ReviewDraft } from './ReviewDraft';
import type { Score, ScoreQuery } from './Score';

/**
 * The HTTP API of the dora backend, typed. Reading throws NotAllowedError where the caller lacks the permission
 * `dora.metrics.read`; an entity that the catalog does not let the caller read is taken as not there.
 *
 * @public
 */
export interface DoraApi {
  /**
   * The metrics of a scope beside the period of equal length before.
   *
   * @throws NotFoundError when the catalog has no such scope
   * @throws InputError when `from` is not before `to`
   */
  getMetrics(
    query?: DoraMetricsQuery,
    options?: DoraRequestOptions,
  ): Promise<DoraMetrics>;

  /**
   * Deployments that finished in the window, newest first.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listDeployments(
    query?: DeploymentQuery,
    options?: DoraRequestOptions,
  ): Promise<Page<Deployment>>;

  /**
   * One deployment with its changes and why it counts.
   *
   * @throws NotFoundError when no deployment has this id
   */
  getDeployment(
    id: string,
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail>;

  /**
   * Changes whose first production deployment finished in the window, newest first.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listChanges(
    query?: DoraScopeQuery & DoraPageQuery,
    options?: DoraRequestOptions,
  ): Promise<Page<ShippedChange & { deploymentId: string; entityRef: string }>>;

  /**
   * Production incidents that were open in the window, newest first.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listIncidents(
    query?: DoraScopeQuery & DoraPageQuery,
    options?: DoraRequestOptions,
  ): Promise<Page<Incident>>;

  /**
   * Services of a scope with their metrics and what runs where, by name.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listServices(
    query?: DoraScopeQuery & DoraPageQuery,
    options?: DoraRequestOptions,
  ): Promise<Page<DoraService>>;

  /** The configured sources of events. */
  listSources(options?: DoraRequestOptions): Promise<Page<DoraSourceStatus>>;

  /**
   * What makes the numbers of a scope less true than they look, those that change a number first.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  getDataQuality(
    query?: DoraScopeQuery,
    options?: DoraRequestOptions,
  ): Promise<{ findings: DataQualityFinding[] }>;

  /**
   * Events that did not count, with the reason, newest first.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listExcluded(
    query?: ExcludedQuery,
    options?: DoraRequestOptions,
  ): Promise<Page<ExcludedEvent>>;

  /**
   * What `GET /metrics` (its series), `/deployments`, or `/excluded` answers for a query, as CSV (RFC 4180, UTF-8).
   * Lists are whole, without pages.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  exportCsv(
    list: 'metrics' | 'deployments' | 'excluded',
    query?: DoraMetricsQuery | DeploymentQuery | ExcludedQuery,
    options?: DoraRequestOptions,
  ): Promise<string>;

  /** Bands and score of given values. */
  getScore(query: ScoreQuery, options?: DoraRequestOptions): Promise<Score>;

  /**
   * Frozen weeks of a scope that begin in a window, newest first; all of them where no window is given.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listSnapshots(
    query?: DoraScopeQuery & DoraPageQuery,
    options?: DoraRequestOptions,
  ): Promise<Page<Snapshot>>;

  /**
   * Monthly reviews of a scope, newest first.
   *
   * @throws NotFoundError when the catalog has no such scope
   */
  listReviews(
    query?: { scope?: string } & DoraPageQuery,
    options?: DoraRequestOptions,
  ): Promise<ReviewPage>;

  /**
   * One monthly review.
   *
   * @throws NotFoundError when no review has this id
   */
  getReview(id: string, options?: DoraRequestOptions): Promise<Review>;

  /**
   * What `GET /reviews/{id}` answers as CSV (RFC 4180, UTF-8): numbers, stages, actions and notes.
   *
   * @throws NotFoundError when no review has this id
   */
  exportReviewCsv(id: string, options?: DoraRequestOptions): Promise<string>;

  /**
   * Writes the review of a month.
   *
   * @throws NotAllowedError without the permission to review
   * @throws ConflictError when the month has been reviewed
   */
  createReview(
    draft: ReviewDraft,
    options?: DoraRequestOptions,
  ): Promise<Review>;

  /**
   * Changes notes, and adds or changes actions.
   *
   * @throws NotFoundError when no review has this id
   * @throws NotAllowedError without the permission to review
   */
  updateReview(
    id: string,
    change: ReviewChange,
    options?: DoraRequestOptions,
  ): Promise<Review>;

  /**
   * Says that a deployment failed, or that it did not, whatever the rules say.
   *
   * @throws NotFoundError when no deployment has this id
   * @throws NotAllowedError without the permission to overrule
   */
  overruleFailure(
    overrule: FailureOverrule,
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail>;

  /**
   * Records a batch of CloudEvents that carry CDEvents, with the token of a service; one that is not valid refuses
   * them all.
   *
   * @throws InputError that names index and path of what is not valid
   * @throws NotAllowedError when the caller may not push for a service
   */
  pushEvents(
    events: object[],
    options?: DoraRequestOptions,
  ): Promise<{ accepted: number; duplicates: number }>;
}
