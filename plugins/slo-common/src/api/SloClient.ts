import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { EntityBudget } from './EntityBudget';
import type {
  SloApi,
  SloHistoryQuery,
  SloListQuery,
  SloPageQuery,
  SloRequestOptions,
} from './SloApi';
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
 * The one client of the slo backend: frontends pass the host's `discoveryApi` and `fetchApi`, backends pass
 * `coreServices.discovery`, the platform's `fetch` and, here or with each request, a token. Errors of the backend
 * reach the caller as `ResponseError`, whose `cause` has the name that the API gives for them.
 *
 * @public
 */
export class SloClient implements SloApi {
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

  /** {@inheritDoc SloApi.listSlos} */
  async listSlos(
    query: SloListQuery = {},
    options?: SloRequestOptions,
  ): Promise<SloList> {
    return this.#request(`/slos${queryString(query)}`, options);
  }

  /** {@inheritDoc SloApi.getSlo} */
  async getSlo(id: string, options?: SloRequestOptions): Promise<SloDetail> {
    return this.#request(sloPath(id), options);
  }

  /** {@inheritDoc SloApi.getEntityBudget} */
  async getEntityBudget(
    entityRef: string,
    options?: SloRequestOptions,
  ): Promise<EntityBudget> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#request(`/entities/${path}/budget`, options);
  }

  /** {@inheritDoc SloApi.getHistory} */
  async getHistory(
    id: string,
    query: SloHistoryQuery = {},
    options?: SloRequestOptions,
  ): Promise<SloHistory> {
    const path = `${sloPath(id)}/history${queryString(query)}`;
    return this.#request(path, options);
  }

  /** {@inheritDoc SloApi.getPolicyHistory} */
  async getPolicyHistory(
    id: string,
    query: SloPageQuery = {},
    options?: SloRequestOptions,
  ): Promise<Page<PolicyChange>> {
    const path = `${sloPath(id)}/policy-history${queryString(query)}`;
    return this.#request(path, options);
  }

  /** {@inheritDoc SloApi.getEpisodes} */
  async getEpisodes(
    id: string,
    query: SloPageQuery = {},
    options?: SloRequestOptions,
  ): Promise<Page<Episode>> {
    const path = `${sloPath(id)}/episodes${queryString(query)}`;
    return this.#request(path, options);
  }

  /** {@inheritDoc SloApi.pushSamples} */
  async pushSamples(
    id: string,
    samples: SloSample[],
    options?: SloRequestOptions,
  ): Promise<SamplesResult> {
    return this.#request(`${sloPath(id)}/samples`, options, { samples });
  }

  /** {@inheritDoc SloApi.validate} */
  async validate(
    documents: SloDocument[],
    options?: SloRequestOptions,
  ): Promise<ValidationResult> {
    return this.#request('/validate', options, { documents });
  }

  async #request<T>(
    path: string,
    options: SloRequestOptions = {},
    body?: unknown,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('slo');
    const token = options.token ?? (await this.#getToken?.());
    const response = await this.#fetchApi.fetch(`${baseUrl}/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function sloPath(id: string): string {
  return `/slos/${encodeURIComponent(id)}`;
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
