import { ResponseError } from '@backstage/errors';
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
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };
  readonly #getToken?: () => Promise<string>;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
    /** Bearer token of each request; to be left out where `fetchApi` adds one. */
    getToken?: () => Promise<string>;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
    this.#getToken = options.getToken;
  }

  /** {@inheritDoc DoraApi.getMetrics} */
  async getMetrics(
    query: DoraMetricsQuery = {},
    options?: DoraRequestOptions,
  ): Promise<DoraMetrics> {
    return this.#json(`/metrics${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.listDeployments} */
  async listDeployments(
    query: DeploymentQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<Deployment>> {
    return this.#json(`/deployments${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.getDeployment} */
  async getDeployment(
    id: string,
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail> {
    return this.#json(`/deployments/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritDoc DoraApi.listChanges} */
  async listChanges(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<
    Page<ShippedChange & { deploymentId: string; entityRef: string }>
  > {
    return this.#json(`/changes${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.listIncidents} */
  async listIncidents(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<Incident>> {
    return this.#json(`/incidents${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.listServices} */
  async listServices(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<DoraService>> {
    return this.#json(`/services${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.listSources} */
  async listSources(
    options?: DoraRequestOptions,
  ): Promise<Page<DoraSourceStatus>> {
    return this.#json('/sources', options);
  }

  /** {@inheritDoc DoraApi.getDataQuality} */
  async getDataQuality(
    query: DoraScopeQuery = {},
    options?: DoraRequestOptions,
  ): Promise<{ findings: DataQualityFinding[] }> {
    return this.#json(`/data-quality${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.listExcluded} */
  async listExcluded(
    query: ExcludedQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<ExcludedEvent>> {
    return this.#json(`/excluded${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.exportCsv} */
  async exportCsv(
    list: 'metrics' | 'deployments' | 'excluded',
    query: DoraMetricsQuery | DeploymentQuery | ExcludedQuery = {},
    options?: DoraRequestOptions,
  ): Promise<string> {
    const path = `/${list}${queryString({ ...query, format: 'csv' })}`;
    return (await this.#request('GET', path, options)).text();
  }

  /** {@inheritDoc DoraApi.getScore} */
  async getScore(
    query: ScoreQuery,
    options?: DoraRequestOptions,
  ): Promise<Score> {
    return this.#send('POST', '/score', query, options);
  }

  /** {@inheritDoc DoraApi.listSnapshots} */
  async listSnapshots(
    query: DoraScopeQuery & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<Page<Snapshot>> {
    return this.#json(`/snapshots${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.listReviews} */
  async listReviews(
    query: { scope?: string } & DoraPageQuery = {},
    options?: DoraRequestOptions,
  ): Promise<ReviewPage> {
    return this.#json(`/reviews${queryString(query)}`, options);
  }

  /** {@inheritDoc DoraApi.getReview} */
  async getReview(id: string, options?: DoraRequestOptions): Promise<Review> {
    return this.#json(`/reviews/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritDoc DoraApi.exportReviewCsv} */
  async exportReviewCsv(
    id: string,
    options?: DoraRequestOptions,
  ): Promise<string> {
    const path = `/reviews/${encodeURIComponent(id)}?format=csv`;
    return (await this.#request('GET', path, options)).text();
  }

  /** {@inheritDoc DoraApi.createReview} */
  async createReview(
    draft: ReviewDraft,
    options?: DoraRequestOptions,
  ): Promise<Review> {
    return this.#send('POST', '/reviews', draft, options);
  }

  /** {@inheritDoc DoraApi.updateReview} */
  async updateReview(
    id: string,
    change: ReviewChange,
    options?: DoraRequestOptions,
  ): Promise<Review> {
    const path = `/reviews/${encodeURIComponent(id)}`;
    return this.#send('PATCH', path, change, options);
  }

  /** {@inheritDoc DoraApi.overruleFailure} */
  async overruleFailure(
    overrule: FailureOverrule,
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail> {
    return this.#send('POST', '/failure-links', overrule, options);
  }

  /** {@inheritDoc DoraApi.pushEvents} */
  async pushEvents(
    events: object[],
    options?: DoraRequestOptions,
  ): Promise<{ accepted: number; duplicates: number }> {
    const response = await this.#request('POST', '/events', options, {
      type: 'application/cloudevents-batch+json',
      content: events,
    });
    return response.json();
  }

  async #json<T>(path: string, options?: DoraRequestOptions): Promise<T> {
    return (await this.#request('GET', path, options)).json();
  }

  async #send<T>(
    method: 'POST' | 'PATCH',
    path: string,
    content: unknown,
    options?: DoraRequestOptions,
  ): Promise<T> {
    const body = { type: 'application/json', content };
    return (await this.#request(method, path, options, body)).json();
  }

  async #request(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    options: DoraRequestOptions = {},
    body?: { type: string; content: unknown },
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('dora');
    const token = options.token ?? (await this.#getToken?.());
    const response = await this.#fetchApi.fetch(`${baseUrl}/v1${path}`, {
      method,
      headers: {
        ...(body && { 'Content-Type': body.type }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body.content) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function queryString(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
