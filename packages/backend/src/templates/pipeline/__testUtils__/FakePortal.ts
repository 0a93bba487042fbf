import { ApiAnswer, ApiRequest, FakeApi } from './FakeApi';

/** The portal and the issuer of the job's tokens. */
export class FakePortal {
  readonly #api: FakeApi;

  private constructor(api: FakeApi) {
    this.#api = api;
  }

  static async start(): Promise<FakePortal> {
    return new FakePortal(await FakeApi.start());
  }

  /** From now on the portal answers this; what it was asked before is forgotten. */
  answerWith(answer: (request: ApiRequest) => ApiAnswer): void {
    this.#api.requests.length = 0;
    this.#api.answer = request =>
      request.path.startsWith('/oidc')
        ? { status: 200, body: { value: 'token-of-this-job' } }
        : answer(request);
  }

  /** What was asked of the portal itself. */
  get requests(): ApiRequest[] {
    return this.#api.requests.filter(it => !it.path.startsWith('/oidc'));
  }

  /** What was asked of the issuer. */
  get tokenRequests(): ApiRequest[] {
    return this.#api.requests.filter(it => it.path.startsWith('/oidc'));
  }

  /** Variables of a job with `id-token: write`. */
  get env() {
    return {
      PORTAL_URL: this.#api.url,
      PORTAL_TIMEOUT: '1',
      ENTITY_REF: 'component:default/orders-api',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.#api.url}/oidc?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'credential-of-the-runner',
    };
  }

  async stop(): Promise<void> {
    await this.#api.stop();
  }
}
