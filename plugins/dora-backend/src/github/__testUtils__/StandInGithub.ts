import { createHash } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that is given once instead of the right one. */
interface Fault {
  /** Of the requests whose path contains it. */
  path: string;
  status: number;
  headers?: Record<string, string>;
  body?: object | string;
}

/** A server that answers as GitHub's REST API does: pages with `Link`, ETags, and faults where a test wants them. */
export class StandInGithub {
  readonly #server: Server;
  /** What is at a path: an object, or a list that is paged. */
  readonly resources = new Map<string, object | object[]>();
  readonly faults: Fault[] = [];
  /** Paths with their queries, and the status each got. */
  readonly requests: { url: string; status: number; token?: string }[] = [];

  private constructor() {
    this.#server = createServer((req, res) => this.#answer(req, res));
  }

  static async start(): Promise<StandInGithub> {
    const github = new StandInGithub();
    await new Promise<void>(resolve => {
      github.#server.listen(0, '127.0.0.1', resolve);
    });
    return github;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #answer(req: IncomingMessage, res: ServerResponse): void {
    const url = new URL(req.url!, this.url);
    const send = (
      status: number,
      body: object | string | undefined,
      headers: Record<string, string> = {},
    ) => {
      this.requests.push({
        url: req.url!,
        status,
        token: req.headers.authorization,
      });
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      res.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        ...headers,
      });
      res.end(body === undefined ? undefined : text);
    };

    const fault = this.faults.find(({ path }) => req.url!.includes(path));
    if (fault) {
      this.faults.splice(this.faults.indexOf(fault), 1);
      send(fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
      return;
    }
    const resource = this.resources.get(url.pathname);
    if (!resource) {
      send(404, {
        message: 'Not Found',
        documentation_url: 'https://docs.github.com/rest',
      });
      return;
    }
    const { items, next } = page(resource, url);
    const etag = `W/"${createHash('sha256')
      .update(JSON.stringify(items))
      .digest('hex')}"`;
    const headers = {
      etag,
      'x-ratelimit-remaining': '4999',
      ...(next && { link: `<${next}>; rel="next", <${next}>; rel="last"` }),
    };
    if (req.headers['if-none-match'] === etag) {
      send(304, undefined, headers);
    } else {
      send(200, items, headers);
    }
  }
}

function page(resource: object | object[], url: URL) {
  if (!Array.isArray(resource)) {
    return { items: resource };
  }
  const { searchParams } = url;
  const size = Number(searchParams.get('per_page') ?? 30);
  const number = Number(searchParams.get('page') ?? 1);
  const since = searchParams.get('since');
  const label = searchParams.get('labels');
  const all = resource.filter((item: any) => {
    const isNew = !since || Date.parse(item.updated_at) >= Date.parse(since);
    const isLabelled =
      !label || item.labels.some(({ name }: any) => name === label);
    return isNew && isLabelled;
  });
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  return {
    items: all.slice((number - 1) * size, number * size),
    next: number * size < all.length ? next.href : undefined,
  };
}
