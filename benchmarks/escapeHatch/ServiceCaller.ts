import { once } from 'node:events';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { TOKEN } from './portal';

/** An answer as it came. */
interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  content: Buffer;
  milliseconds: number;
}

/** CI or an agent, over one connection that is kept. */
export class ServiceCaller {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(url: string) {
    this.#url = `${url}/api/escape-hatch/v1`;
  }

  async call(options: {
    path: string;
    body?: object;
    headers?: Record<string, string>;
  }): Promise<Answer> {
    const { path, body, headers } = options;
    const started = performance.now();
    const outgoing = request(`${this.#url}${path}`, {
      agent: this.#agent,
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    outgoing.end(body && JSON.stringify(body));
    const [answer] = await once(outgoing, 'response');
    const content = await buffer(answer);
    return {
      status: answer.statusCode,
      headers: answer.headers,
      content,
      milliseconds: performance.now() - started,
    };
  }
}
