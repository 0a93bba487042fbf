import { ResponseError } from '@backstage/errors';
import type { DoraRequestOptions } from './DoraQuery';

/** Requests to the dora backend, wherever it is, with the caller's token. */
export class DoraRequests {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };
  readonly #getToken?: () => Promise<string>;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
    getToken?: () => Promise<string>;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
    this.#getToken = options.getToken;
  }

  /** Parameters that are undefined are left out of the query. */
  async get<T>(
    path: string,
    query: object,
    options?: DoraRequestOptions,
  ): Promise<T> {
    const response = await this.#request(
      'GET',
      path + queryString(query),
      options,
    );
    return response.json();
  }

  /** A table to be saved, instead of JSON. */
  async getCsv(
    path: string,
    query: object,
    options?: DoraRequestOptions,
  ): Promise<string> {
    const search = queryString({ ...query, format: 'csv' });
    return (await this.#request('GET', path + search, options)).text();
  }

  /** @param type - of the content; JSON of some kind */
  async send<T>(
    method: 'POST' | 'PATCH',
    path: string,
    content: unknown,
    options?: DoraRequestOptions,
    type: string = 'application/json',
  ): Promise<T> {
    const body = { type, content };
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
