import { ResponseError } from '@backstage/errors';
import type { RequestAction } from '../states';
import type { AuditEntry, AuditVerification } from './AuditEntry';
import type { EscapeHatchApi } from './EscapeHatchApi';
import type { EscapeHatchDraft, EscapeHatchEdit } from './EscapeHatchDraft';
import type {
  DecisionBody,
  EscapeHatchPageQuery,
  EscapeHatchRequestOptions,
  EscapeHatchRequestQuery,
} from './EscapeHatchQuery';
import type { EscapeHatchRequest, RequestVersion } from './EscapeHatchRequest';
import type { RuleInUse } from './EscapeHatchRule';
import type { Evaluation, EvaluationQuery } from './Evaluation';
import type { InboxItem } from './InboxItem';
import type { Insights } from './Insights';
import type { Page } from './Page';
import type { Preview } from './Preview';

/**
 * The one client of the escape-hatch backend: frontends pass the host's `discoveryApi` and `fetchApi`, backends pass
 * `coreServices.discovery`, the platform's `fetch` and, here or with each request, a token. Errors of the backend
 * reach the caller as `ResponseError`, whose `cause` has the name that the API gives for them.
 *
 * @public
 */
export class EscapeHatchClient implements EscapeHatchApi {
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

  /** {@inheritDoc EscapeHatchApi.createRequest} */
  async createRequest(
    draft: EscapeHatchDraft,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest> {
    return this.#send('POST', '/requests', draft, options);
  }

  /** {@inheritDoc EscapeHatchApi.previewRequest} */
  async previewRequest(
    draft: EscapeHatchDraft,
    options?: EscapeHatchRequestOptions,
  ): Promise<Preview> {
    return this.#send('POST', '/preview', draft, options);
  }

  /** {@inheritDoc EscapeHatchApi.listRequests} */
  async listRequests(
    query: EscapeHatchRequestQuery = {},
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<EscapeHatchRequest>> {
    return this.#get(`/requests${queryString(query)}`, options);
  }

  /** {@inheritDoc EscapeHatchApi.exportRequests} */
  async exportRequests(
    query: Omit<EscapeHatchRequestQuery, 'limit' | 'cursor'> = {},
    options?: EscapeHatchRequestOptions,
  ): Promise<string> {
    const path = `/requests${queryString({ ...query, format: 'csv' })}`;
    return (await this.#fetch('GET', path, options)).text();
  }

  /** {@inheritDoc EscapeHatchApi.getRequest} */
  async getRequest(
    id: string,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest> {
    return this.#get(pathOf(id), options);
  }

  /** {@inheritDoc EscapeHatchApi.listVersions} */
  async listVersions(
    id: string,
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<RequestVersion>> {
    return this.#get(`${pathOf(id)}/versions`, options);
  }

  /** {@inheritDoc EscapeHatchApi.editRequest} */
  async editRequest(
    id: string,
    edit: EscapeHatchEdit,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest> {
    return this.#send('PATCH', pathOf(id), edit, options);
  }

  /** {@inheritDoc EscapeHatchApi.actOnRequest} */
  async actOnRequest(
    id: string,
    action: Exclude<RequestAction, 'edit' | 'renew' | 'review'>,
    body: DecisionBody,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest> {
    return this.#send('POST', `${pathOf(id)}/${action}`, body, options);
  }

  /** {@inheritDoc EscapeHatchApi.renewRequest} */
  async renewRequest(
    id: string,
    body: DecisionBody & { expiresAt: string },
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest> {
    return this.#send('POST', `${pathOf(id)}/renew`, body, options);
  }

  /** {@inheritDoc EscapeHatchApi.reviewRequest} */
  async reviewRequest(
    id: string,
    body: DecisionBody & {
      outcome: 'keep' | 'shorten' | 'revoke';
      expiresAt?: string;
    },
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest> {
    return this.#send('POST', `${pathOf(id)}/review`, body, options);
  }

  /** {@inheritDoc EscapeHatchApi.listInbox} */
  async listInbox(
    query: EscapeHatchPageQuery = {},
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<InboxItem> & { adminOf?: string; memberOf: string[] }> {
    return this.#get(`/inbox${queryString(query)}`, options);
  }

  /** {@inheritDoc EscapeHatchApi.listRules} */
  async listRules(
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<RuleInUse>> {
    return this.#get('/rules', options);
  }

  /** {@inheritDoc EscapeHatchApi.getInsights} */
  async getInsights(options?: EscapeHatchRequestOptions): Promise<Insights> {
    return this.#get('/insights', options);
  }

  /** {@inheritDoc EscapeHatchApi.openInsightIssue} */
  async openInsightIssue(
    rule: string,
    options?: EscapeHatchRequestOptions,
  ): Promise<{ url: string }> {
    const path = `/insights/${encodeURIComponent(rule)}/issue`;
    return this.#send('POST', path, {}, options);
  }

  /** {@inheritDoc EscapeHatchApi.listAudit} */
  async listAudit(
    query: EscapeHatchPageQuery & { requestId?: string } = {},
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<AuditEntry>> {
    return this.#get(`/audit${queryString(query)}`, options);
  }

  /** {@inheritDoc EscapeHatchApi.verifyAudit} */
  async verifyAudit(
    options?: EscapeHatchRequestOptions,
  ): Promise<AuditVerification> {
    return this.#get('/audit/verify', options);
  }

  /** {@inheritDoc EscapeHatchApi.evaluate} */
  async evaluate(
    query: EvaluationQuery,
    options?: EscapeHatchRequestOptions,
  ): Promise<Evaluation> {
    return this.#send('POST', '/evaluate', query, options);
  }

  async #get<T>(path: string, options?: EscapeHatchRequestOptions): Promise<T> {
    return this.#request('GET', path, options);
  }

  async #send<T>(
    method: 'POST' | 'PATCH',
    path: string,
    content: unknown,
    options?: EscapeHatchRequestOptions,
  ): Promise<T> {
    return this.#request(method, path, options, JSON.stringify(content));
  }

  async #request<T>(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    options?: EscapeHatchRequestOptions,
    body?: string,
  ): Promise<T> {
    return (await this.#fetch(method, path, options, body)).json();
  }

  async #fetch(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    options: EscapeHatchRequestOptions = {},
    body?: string,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('escape-hatch');
    const token = options.token ?? (await this.#getToken?.());
    const response = await this.#fetchApi.fetch(`${baseUrl}/v1${path}`, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function pathOf(id: string): string {
  return `/requests/${encodeURIComponent(id)}`;
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
