import type { GithubCredentialsProvider } from '@backstage/integration';
import { Octokit } from 'octokit';
import { z } from 'zod';
import { toInstant } from '../database/instants';
import { GithubError } from './GithubError';
import { rateLimitWait } from './rateLimitWait';

/** Of one request, ms. */
const TIMEOUT = 10_000;

interface GithubRequest<T extends z.ZodType> {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below the API's base URL. */
  path: string;
  /** Query of a GET, else fields of the body. */
  fields?: Record<string, unknown>;
  answer: T;
  signal: AbortSignal;
}

/**
 * Asks the REST API of one host for one repository. It tries nothing again, for its callers do so later; while a rate
 * limit holds, it does not ask.
 */
export class GithubClient {
  readonly #host: string;
  readonly #apiBaseUrl: string;
  readonly #repositoryUrl: string;
  readonly #credentials: GithubCredentialsProvider;
  #blockedUntil = 0;

  constructor(options: {
    /** Name of the host, such as `github.com`. */
    host: string;
    /** Of its REST API. */
    apiBaseUrl: string;
    /** For the credentials. */
    repositoryUrl: string;
    credentials: GithubCredentialsProvider;
  }) {
    this.#host = options.host;
    this.#apiBaseUrl = options.apiBaseUrl;
    this.#repositoryUrl = options.repositoryUrl;
    this.#credentials = options.credentials;
  }

  /** @throws GithubError where there is no good answer */
  async send<T extends z.ZodType>(
    request: GithubRequest<T>,
  ): Promise<{ data: z.output<T>; isLast: boolean }> {
    const { method, path, fields, answer, signal } = request;
    this.#assertUnblocked();
    const { token } = await this.#credentials.getCredentials({
      url: this.#repositoryUrl,
    });
    const octokit = new Octokit({
      baseUrl: this.#apiBaseUrl,
      auth: token,
      retry: { enabled: false },
      throttle: { enabled: false },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    try {
      const { data, headers } = await octokit.request(`${method} ${path}`, {
        ...fields,
        request: {
          signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
        },
      });
      return {
        data: this.#parse(answer, data, path),
        isLast: !/\brel="next"/.test(String(headers.link ?? '')),
      };
    } catch (error) {
      throw this.#failure(error, request);
    }
  }

  #failure(error: unknown, request: { method: string; path: string }): Error {
    if (error instanceof GithubError) {
      return error;
    }
    const { status, message = '', response } = error as RequestFailure;
    const wait = rateLimitWait({
      status: status ?? 0,
      headers: response?.headers ?? {},
      message,
      now: Date.now(),
    });
    if (wait !== undefined) {
      this.#blockedUntil = Date.now() + wait;
      return this.#limited(error);
    }
    const { method, path } = request;
    const reasons: Record<number, string> = {
      401: `${this.#host} refuses the credentials under integrations.github`,
      403: `The credentials under integrations.github may not ${method} ${path} of ${
        this.#host
      }`,
      404: `${
        this.#host
      } does not have ${path}, or the credentials under integrations.github may not read it`,
    };
    // Octokit has 500 for what never got an answer.
    return new GithubError(
      reasons[status ?? 0] ??
        `${this.#host} could not be asked to ${method} ${path}: ${message.slice(
          0,
          200,
        )}`,
      { status, cause: error },
    );
  }

  #assertUnblocked(): void {
    if (Date.now() < this.#blockedUntil) {
      throw this.#limited();
    }
  }

  #limited(cause?: unknown): GithubError {
    return new GithubError(
      `The rate limit of ${this.#host} is used up until ${toInstant(
        this.#blockedUntil,
      )}`,
      { status: 429, cause },
    );
  }

  #parse<T extends z.ZodType>(schema: T, data: unknown, path: string) {
    const result = schema.safeParse(data);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw new GithubError(
        `${this.#host} answers ${path} in an unexpected form: ${
          z.core.toDotPath(issue.path) || 'body'
        }: ${issue.message}`,
        {},
      );
    }
    return result.data;
  }
}

interface RequestFailure {
  status?: number;
  message?: string;
  response?: { headers?: Record<string, string | number | undefined> };
}
