import { ResponseError } from '@backstage/errors';
import type { GoldenPathApi, GoldenPathRequestOptions } from './GoldenPathApi';
import type { TemplateCheck, TemplateCheckRequest } from './TemplateCheck';

/**
 * The one client of the golden-path backend: frontends pass the host's `discoveryApi` and `fetchApi`, backends pass
 * `coreServices.discovery`, the platform's `fetch` and a token with each request. Errors of the backend reach the
 * caller as `ResponseError`.
 *
 * @public
 */
export class GoldenPathClient implements GoldenPathApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritDoc GoldenPathApi.checkTemplate} */
  async checkTemplate(
    request: TemplateCheckRequest,
    options: GoldenPathRequestOptions = {},
  ): Promise<TemplateCheck> {
    const { signal, token } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('golden-path');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1/template-checks`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(request),
        signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
