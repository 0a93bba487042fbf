import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';

/** A reverse proxy that counts what it passes on. */
export class CountingProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #agent: Agent;
  #calls = 0;

  private constructor(options: { server: Server; agent: Agent; url: string }) {
    this.#server = options.server;
    this.#agent = options.agent;
    this.url = options.url;
  }

  static async start(target: string): Promise<CountingProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') {
      throw new Error(`Expected a port, got ${address}`);
    }
    const agent = new Agent({ keepAlive: true });
    const url = `http://127.0.0.1:${address.port}`;
    const proxy = new CountingProxy({ server, agent, url });
    server.on('request', (incoming, response) => {
      proxy.#calls++;
      const outgoing = request(
        new URL(incoming.url ?? '/', target),
        { method: incoming.method, headers: incoming.headers, agent },
        answer => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      outgoing.on('error', error =>
        response.writeHead(502).end(`The proxy got: ${error.message}`),
      );
      incoming.pipe(outgoing);
    });
    return proxy;
  }

  get calls(): number {
    return this.#calls;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
