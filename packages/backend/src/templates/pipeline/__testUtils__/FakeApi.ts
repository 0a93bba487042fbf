import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ApiRequest {
  method: string;
  /** Path with its query */
  path: string;
  authorization: string | undefined;
  /** Read as JSON; undefined where there is none */
  body: any;
}

/** `undefined` never answers. */
export type ApiAnswer = { status: number; body?: unknown } | undefined;

/** An HTTP API of others, answered for by a test; it notes what it is asked. */
export class FakeApi {
  readonly requests: ApiRequest[] = [];
  /** Set it before each test. */
  answer: (request: ApiRequest) => ApiAnswer = () => ({ status: 404 });
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString('utf8');
      const asked: ApiRequest = {
        method: request.method!,
        path: request.url!,
        authorization: request.headers.authorization,
        body: text ? JSON.parse(text) : undefined,
      };
      this.requests.push(asked);
      const answer = this.answer(asked);
      if (answer) {
        const { status, body = {} } = answer;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      }
    });
  }

  static async start(): Promise<FakeApi> {
    const api = new FakeApi();
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
