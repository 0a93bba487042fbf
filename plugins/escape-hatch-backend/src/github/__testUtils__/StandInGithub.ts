import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issue as the server has it. */
export interface StoredIssue {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  state_reason?: string | null;
  labels: { name: string }[];
  created_at: string;
  comments: string[];
  pull_request?: object;
}

/** An answer that is given once instead of the right one. */
interface Fault {
  /** `POST /issues`: of requests that begin so below the repository. */
  request: string;
  status?: number;
  headers?: Record<string, string>;
  body?: object | string;
  /** Does what is asked for before it fails. */
  isDone?: boolean;
  /** Says nothing at all, and leaves the connection open. */
  isSilent?: boolean;
}

/** A server that answers as GitHub's REST API does about the issues of one repository. */
export class StandInGithub {
  readonly #server: Server;
  readonly issues: StoredIssue[] = [];
  readonly faults: Fault[] = [];
  /** `POST /issues` */
  readonly requests: string[] = [];
  readonly tokens = new Set<string | undefined>();
  /** ms: when new issues are made. */
  now = () => Date.now();

  private constructor(
    readonly repositoryUrl: string,
    private readonly basePath: string,
  ) {
    this.#server = createServer((req, res) => {
      void this.#answer(req, res);
    });
  }

  /** @param basePath - of the API, such as that of GitHub Enterprise */
  static async start(
    repositoryUrl: string,
    basePath = '',
  ): Promise<StandInGithub> {
    const github = new StandInGithub(repositoryUrl, basePath);
    await new Promise<void>(resolve => {
      github.#server.listen(0, '127.0.0.1', resolve);
    });
    return github;
  }

  get apiBaseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.basePath}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  /** An issue that somebody files. */
  file(issue: Partial<StoredIssue> = {}): StoredIssue {
    const number = this.issues.length + 1;
    const filed: StoredIssue = {
      number,
      html_url: `${this.repositoryUrl}/issues/${number}`,
      title: 'Filed',
      body: null,
      state: 'open',
      labels: [],
      created_at: new Date(this.now()).toISOString(),
      comments: [],
      ...issue,
    };
    this.issues.push(filed);
    return filed;
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url!, this.apiBaseUrl);
    const body = await readJson(req);
    const prefix = `${this.basePath}/repos${
      new URL(this.repositoryUrl).pathname
    }`;
    const request = `${req.method} ${url.pathname.replace(prefix, '')}`;
    this.requests.push(request);
    this.tokens.add(req.headers.authorization);
    const send = (answer: {
      status: number;
      body: object | string;
      headers?: Record<string, string>;
    }) => {
      res.writeHead(answer.status, {
        'content-type': 'application/json; charset=utf-8',
        ...answer.headers,
      });
      res.end(
        typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body),
      );
    };

    const fault = this.faults.find(it => request.startsWith(it.request));
    if (fault) {
      this.faults.splice(this.faults.indexOf(fault), 1);
      if (fault.isDone) {
        this.#handle(request, url, body);
      }
      if (!fault.isSilent) {
        send({
          status: 500,
          body: { message: 'Fault' },
          ...fault,
        });
      }
      return;
    }
    send(this.#handle(request, url, body));
  }

  #handle(
    request: string,
    url: URL,
    body: any,
  ): { status: number; body: object; headers?: Record<string, string> } {
    const [, method, number, sub] =
      /^(\w+) \/issues(?:\/(\d+))?(\/comments)?$/.exec(request) ?? [];
    const issue = this.issues[Number(number) - 1];
    if (!method || (number && !issue)) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    if (method === 'GET' && sub) {
      return this.#page(
        url,
        issue.comments.map(text => ({ body: text })),
      );
    }
    if (method === 'GET' && issue) {
      return { status: 200, body: toAnswer(issue) };
    }
    if (method === 'GET') {
      const state = url.searchParams.get('state');
      const newest = this.issues
        .filter(it => state === 'all' || it.state === state)
        .sort((one, other) => other.number - one.number);
      const page = this.#page(url, newest.map(toAnswer));
      this.issues.sort((one, other) => one.number - other.number);
      return page;
    }
    if (method === 'POST' && sub) {
      issue.comments.push(body.body);
      return { status: 201, body: { id: issue.comments.length } };
    }
    if (method === 'PATCH') {
      const { labels, ...rest } = body;
      Object.assign(issue, rest, { labels: labels.map(toLabel) });
      return { status: 200, body: toAnswer(issue) };
    }
    const { title, body: text, labels } = body;
    return {
      status: 201,
      body: toAnswer(
        this.file({ title, body: text, labels: labels.map(toLabel) }),
      ),
    };
  }

  #page(url: URL, items: object[]) {
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const number = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(url);
    next.searchParams.set('page', String(number + 1));
    return {
      status: 200,
      body: items.slice((number - 1) * size, number * size),
      headers:
        number * size < items.length
          ? { link: `<${next}>; rel="next", <${next}>; rel="last"` }
          : undefined,
    };
  }
}

function toLabel(name: string): { name: string } {
  return { name };
}

/** With fields that nobody reads. */
function toAnswer(issue: StoredIssue): object {
  const { comments, ...rest } = issue;
  return { id: 1, user: { login: 'ada' }, comments: comments.length, ...rest };
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : undefined;
}
