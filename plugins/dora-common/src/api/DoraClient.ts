import type { DataQualityFinding, ExcludedEvent } from './DataQuality';
import type { Deployment, DeploymentDetail, ShippedChange } from './Deployment';
import type { DoraApi } from './DoraApi';
import type { DoraMetrics } from './DoraMetrics';
import type {
  DeploymentQuery,
  DoraMetricsQuery,
  DoraPageQuery,
  DoraRequestOptions,
  DoraScopeQuery,
  ExcludedQuery,
} from './DoraQuery';
import { DoraRequests } from './DoraRequests';
import type { DoraService } from './DoraService';
import type { DoraSourceStatus } from './DoraSourceStatus';
import type { FailureOverrule } from './FailureOverrule';
import type { Incident } from './Incident';
import type { Page } from './Page';
import type { Review, ReviewPage, Snapshot } from './Review';
import type { ReviewChange, ReviewDraft } from './ReviewDraft';
import type { Score, ScoreQuery } from './Score';

/**
 * The one client of the dora backend: frontends pass the host's `discoveryApi` and `fetchApi`, backends pass
 * `coreServices.discovery`, the platform's `fetch` and, here or with each request, a token. Errors of the backend
 * reach the caller as `ResponseError`, whose `cause` has the name that the API gives for them.
 *
 * @public
 */
export class DoraClient implements DoraApi {
  readonly #requests: DoraRequests;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
    /** Bearer token of each request; to be left out where `fetchApi` adds one. */
    getToken?: () => Promise<string>;
  }) {
    this.#requests = new DoraRequests(options);
  }

  /** {@inheritDoc DoraApi.getMetrics} */
  async getMetrics(
    query: DoraMetricsQuery = {},
    options?: DoraRequestOptions,
  ): Promise<DoraMetrics> {
    return this.#requests.get('/metrics', query, options);
  }

  /** {@inheritDoc DoraApi.listDeployments} */
  async listDeployments(
    query: DeploymentQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<Deployment>> {
    return this.#requests.get('/deployments', query, options);
  }

  /** {@inheritDoc DoraApi.getDeployment} */
  async getDeployment(
    id: string,
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail> {
    return this.#requests.get(
      `/deployments/${encodeURIComponent(id)}`,
      {},
      options,
    );
  }

  /** {@inheritDoc DoraApi.listChanges} */
  async listChanges(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<
    Page<ShippedChange & { deploymentId: string; entityRef: string }>
  > {
    return this.#requests.get('/changes', query, options);
  }

  /** {@inheritDoc DoraApi.listIncidents} */
  async listIncidents(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<Incident>> {
    return this.#requests.get('/incidents', query, options);
  }

  /** {@inheritDoc DoraApi.listServices} */
  async listServices(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<DoraService>> {
    return this.#requests.get('/services', query, options);
  }

  /** {@inheritDoc DoraApi.listSources} */
  async listSources(
    options?: DoraRequestOptions,
  ): Promise<Page<DoraSourceStatus>> {
    return this.#requests.get('/sources', {}, options);
  }

  /** {@inheritDoc DoraApi.getDataQuality} */
  async getDataQuality(
    query: DoraScopeQuery = {},
    options?: DoraRequestOptions,
  ): Promise<{ findings: DataQualityFinding[] }> {
    return this.#requests.get('/data-quality', query, options);
  }

  /** {@inheritDoc DoraApi.listExcluded} */
  async listExcluded(
    query: ExcludedQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<ExcludedEvent>> {
    return this.#requests.get('/excluded', query, options);
  }

  /** {@inheritDoc DoraApi.exportCsv} */
  async exportCsv(
    list: 'metrics' | 'deployments' | 'excluded',
    query: DoraMetricsQuery | DeploymentQuery | ExcludedQuery = {},
    options?: DoraRequestOptions,
  ): Promise<string> {
    return this.#requests.getCsv(`/${list}`, query, options);
  }

  /** {@inheritDoc DoraApi.getScore} */
  async getScore(
    query: ScoreQuery,
    options?: DoraRequestOptions,
  ): Promise<Score> {
    return this.#requests.send('POST', '/score', query, options);
  }

  /** {@inheritDoc DoraApi.listSnapshots} */
  async listSnapshots(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<Snapshot>> {
    return this.#requests.get('/snapshots', query, options);
  }

  /** {@inheritDoc DoraApi.listReviews} */
  async listReviews(
    query: { scope?: string } & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<ReviewPage> {
    return this.#requests.get('/reviews', query, options);
  }

  /** {@inheritDoc DoraApi.getReview} */
  async getReview(id: string, options?: DoraRequestOptions): Promise<Review> {
    return this.#requests.get(reviewPath(id), {}, options);
  }

  /** {@inheritDoc DoraApi.exportReviewCsv} */
  async exportReviewCsv(
    id: string,
    options?: DoraRequestOptions,
  ): Promise<string> {
    return this.#requests.getCsv(reviewPath(id), {}, options);
  }

  /** {@inheritDoc DoraApi.createReview} */
  async createReview(
    draft: ReviewDraft,
    options?: DoraRequestOptions,
  ): Promise<Review> {
    return this.#requests.send('POST', '/reviews', draft, options);
  }

  /** {@inheritDoc DoraApi.updateReview} */
  async updateReview(
    id: string,
    change: ReviewChange,
    options?: DoraRequestOptions,
  ): Promise<Review> {
    return this.#requests.send('PATCH', reviewPath(id), change, options);
  }

  /** {@inheritDoc DoraApi.overruleFailure} */
  async overruleFailure(
    overrule: FailureOverrule,
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail> {
    return this.#requests.send('POST', '/failure-links', overrule, options);
  }

  /** {@inheritDoc DoraApi.pushEvents} */
  async pushEvents(
    events: object[],
    options?: DoraRequestOptions,
  ): Promise<{ accepted: number; duplicates: number }> {
    return this.#requests.send(
      'POST',
      '/events',
      events,
      options,
      'application/cloudevents-batch+json',
    );
  }
}

function reviewPath(id: string): string {
  return `/reviews/${encodeURIComponent(id)}`;
}
