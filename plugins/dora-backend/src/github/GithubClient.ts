import type { GithubCredentialsProvider } from '@backstage/integration';
import { Octokit } from 'octokit';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { toInstant } from '../database/instants';
import { GithubError } from './GithubError';
import { rateLimitWait } from './rateLimitWait';

const PAGE_SIZE = 100;
const TIMEOUT_MS = 30_000;

/** A longer wait ends the pass; a later one goes on. */
const LONGEST_WAIT_MS = 60_000;

/** Tries of a request that the server, or the way to it, failed. */
const TRIES = 4;

/** A list's page: what is on it, and whether there are more. */
export interface GithubPage<T> {
  items: T[];
  isLast: boolean;
  /** To ask again with. */
  etag: string | undefined;
  /** The list is as it was when it had the given ETag. */
  isUnchanged: boolean;
}

/** Which list of which repository. */
export interface GithubList<T extends z.ZodType> {
  /** Of the repository, for the credentials. */
  url: string;
  path: string;
  query?: Record<string, string>;
  item: T;
  /** Of the first page, when it was asked for last; asking so costs nothing where nothing is new. */
  etag?: string;
  signal: AbortSignal;
}

interface GithubClientOptions {
  /** Name of the host, such as `github.com`. */
  host: string;
  /** Of its REST API. */
  apiBaseUrl: string;
  credentials: GithubCredentialsProvider;
  /** First pause after a failure; each further one is twice as long. */
  pauseMs?: number;
}

/**
 * Asks the REST API of one host. It waits where GitHub says so: shortly within a pass, and longer by failing until the
 * limit is over without asking again.
 */
export class GithubClient {
  readonly #options: GithubClientOptions;
  #blockedUntil = 0;

  constructor(options: GithubClientOptions) {
    this.#options = options;
  }

  /** The pages of a list, as far as they are asked for. */
  async *pages<T extends z.ZodType>(
    list: GithubList<T>,
  ): AsyncGenerator<GithubPage<z.output<T>>> {
    for (let number = 1; ; number++) {
      const page = await this.#page(list, number);
      yield page;
      if (page.isLast) {
        return;
      }
    }
  }

  async #page<T extends z.ZodType>(
    list: GithubList<T>,
    number: number,
  ): Promise<GithubPage<z.output<T>>> {
    const answer = await this.#get({
      ...list,
      etag: number === 1 ? list.etag : undefined,
      query: {
        ...list.query,
        per_page: String(PAGE_SIZE),
        page: String(number),
      },
    });
    if (answer === 'unchanged') {
      return { items: [], isLast: true, etag: list.etag, isUnchanged: true };
    }
    const { data, headers } = answer;
    return {
      items: this.#parse(z.array(list.item), data, list.path),
      isLast: !/\brel="next"/.test(String(headers.link ?? '')),
      etag: headers.etag,
      isUnchanged: false,
    };
  }

  /** One thing. */
  async one<T extends z.ZodType>(options: {
    url: string;
    path: string;
    schema: T;
    signal: AbortSignal;
  }): Promise<z.output<T>> {
    const answer = await this.#get(options);
    return this.#parse(
      options.schema,
      answer === 'unchanged' ? undefined : answer.data,
      options.path,
    );
  }

  async #get(options: {
    url: string;
    path: string;
    query?: Record<string, string>;
    etag?: string;
    signal: AbortSignal;
  }) {
    const { host, apiBaseUrl, credentials, pauseMs = 1_000 } = this.#options;
    const { url, path, query, etag, signal } = options;
    for (let tried = 1; ; tried++) {
      this.#assertUnblocked();
      const { token } = await credentials.getCredentials({ url });
      const octokit = new Octokit({
        baseUrl: apiBaseUrl,
        auth: token,
        retry: { enabled: false },
        throttle: { enabled: false },
        log: { debug() {}, info() {}, warn() {}, error() {} },
      });
      try {
        return await octokit.request(`GET ${path}`, {
          ...query,
          headers: etag ? { 'if-none-match': etag } : {},
          request: {
            signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
          },
        });
      } catch (error) {
        signal.throwIfAborted();
        if ((error as RequestFailure).status === 304) {
          return 'unchanged';
        }
        const wait = waitFor(error);
        if (wait !== undefined && wait > LONGEST_WAIT_MS) {
          this.#blockedUntil = Date.now() + wait;
          this.#assertUnblocked();
        }
        if (tried >= TRIES || (wait === undefined && !isPassing(error))) {
          throw describe(error, { host, path, url });
        }
        await sleep(wait ?? pauseMs * 2 ** (tried - 1), undefined, { signal });
      }
    }
  }

  #assertUnblocked(): void {
    if (Date.now() < this.#blockedUntil) {
      throw new GithubError(
        `The rate limit of ${this.#options.host} is used up until ${toInstant(
          this.#blockedUntil,
        )}; the source goes on then`,
        { status: 429 },
      );
    }
  }

  #parse<T extends z.ZodType>(schema: T, data: unknown, path: string) {
    const result = schema.safeParse(data);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw new GithubError(
        `${this.#options.host} answers ${path} in an unexpected form: ${
          z.core.toDotPath(issue.path) || 'body'
        }: ${issue.message}`,
        {},
      );
    }
    return result.data as z.output<T>;
  }
}

interface RequestFailure {
  status?: number;
  message?: string;
  response?: { headers?: Record<string, string | number | undefined> };
}

function waitFor(error: unknown): number | undefined {
  const { status, message = '', response } = error as RequestFailure;
  return rateLimitWait({
    status: status ?? 0,
    headers: response?.headers ?? {},
    message,
    now: Date.now(),
  });
}

/** Octokit has 500 for what never got an answer. */
function isPassing(error: unknown): boolean {
  const { status } = error as RequestFailure;
  return status === undefined || status >= 500;
}

function describe(
  error: unknown,
  { host, path, url }: { host: string; path: string; url: string },
): GithubError {
  const { status } = error as RequestFailure;
  const repository = new URL(url).pathname.slice(1);
  const reasons: Record<number, string> = {
    401: `${host} refuses the credentials under integrations.github`,
    403: `The credentials under integrations.github may not read ${path} of ${host}`,
    404: `${host} has no repository '${repository}', or the credentials under integrations.github may not read it`,
  };
  return new GithubError(
    reasons[status ?? 0] ??
      `${host} could not be asked for ${path}: ${
        error instanceof Error ? error.message.slice(0, 200) : error
      }`,
    { status, cause: error },
  );
}
