import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface ReceivedRequest {
  path: string;
  method: string;
  headers: Record<string, string | string[] | undefined>;
  form: URLSearchParams;
}

export interface PlannedResponse {
  status?: number;
  headers?: Record<string, string>;
  body: string;
}

/** What to answer; undefined: nothing, for ever. */
export type Responder = (
  request: ReceivedRequest,
) => Promise<PlannedResponse | undefined> | PlannedResponse | undefined;

/** A real HTTP server in a metrics server's place, which answers as a test wants and keeps what it was asked. */
export class StandInServer {
  readonly url: string;
  readonly requests: ReceivedRequest[] = [];
  respond: Responder;
  readonly #server: Server;

  private constructor(server: Server, url: string, respond: Responder) {
    this.#server = server;
    this.url = url;
    this.respond = respond;
  }

  static async start(respond: Responder): Promise<StandInServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') {
      throw new Error(`Expected a port, got ${address}`);
    }
    const standIn = new StandInServer(
      server,
      `http://127.0.0.1:${address.port}`,
      respond,
    );
    server.on('request', async (request, response) => {
      const body = await buffer(request).catch(() => undefined);
      if (!body) {
        return; // the client gave up
      }
      const received = {
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        form: new URLSearchParams(body.toString()),
      };
      standIn.requests.push(received);
      const planned = await standIn.respond(received);
      if (planned) {
        const { status = 200, headers, body: text } = planned;
        const contentType = { 'Content-Type': 'application/json' };
        response.writeHead(status, { ...contentType, ...headers });
        response.end(text);
      }
    });
    return standIn;
  }

  /** Passes requests on to the server at `url`. */
  static forwardTo(url: string): Responder {
    return async ({ path, method, form }) => {
      const answer = await fetch(`${url}${path}`, { method, body: form });
      return { status: answer.status, body: await answer.text() };
    };
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
