import {
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import type { Repository } from '../filters/Repository';

const TIMEOUT_MS = 30_000;

/** What is proposed. */
export interface PullRequestContent {
  branch: string;
  target: string;
  title: string;
  description: string;
}

interface Api {
  url: string;
  headers: Record<string, string>;
}

/** Opens pull requests on GitHub and merge requests on GitLab, with the credentials of `integrations`. */
export class PullRequests {
  readonly #integrations: ScmIntegrations;
  readonly #github: DefaultGithubCredentialsProvider;
  readonly #gitlab: DefaultGitlabCredentialsProvider;

  constructor(deps: { integrations: ScmIntegrations }) {
    this.#integrations = deps.integrations;
    this.#github = DefaultGithubCredentialsProvider.fromIntegrations(
      deps.integrations,
    );
    this.#gitlab = DefaultGitlabCredentialsProvider.fromIntegrations(
      deps.integrations,
    );
  }

  /**
   * Opens one from a branch, unless one is open.
   *
   * @returns its page; undefined where the server has no API for it
   * @throws Error with the server's words
   */
  async open(
    repository: Repository,
    content: PullRequestContent,
    options: { signal?: AbortSignal } = {},
  ): Promise<string | undefined> {
    switch (repository.kind) {
      case 'github':
        return this.#onGithub(repository, content, options.signal);
      case 'gitlab':
        return this.#onGitlab(repository, content, options.signal);
      default:
        return undefined;
    }
  }

  async #onGithub(
    repository: Repository,
    content: PullRequestContent,
    signal?: AbortSignal,
  ): Promise<string> {
    const { host, owner, name, url } = repository;
    const { branch, target, title, description } = content;
    const { headers } = await this.#github.getCredentials({ url });
    const apiBaseUrl =
      this.#integrations.github.byHost(host)?.config.apiBaseUrl;
    const api: Api = {
      url: `${apiBaseUrl}/repos/${encodeURIComponent(
        owner,
      )}/${encodeURIComponent(name)}/pulls`,
      headers: { ...headers, Accept: 'application/vnd.github+json' },
    };
    const query = new URLSearchParams({
      state: 'open',
      head: `${owner}:${branch}`,
      base: target,
    });
    const [open] = await request<{ html_url: string }[]>(
      api,
      { query },
      signal,
    );
    const made =
      open ??
      (await request<{ html_url: string }>(
        api,
        { body: { title, body: description, head: branch, base: target } },
        signal,
      ));
    return made.html_url;
  }

  async #onGitlab(
    repository: Repository,
    content: PullRequestContent,
    signal?: AbortSignal,
  ): Promise<string> {
    const { host, owner, name, url } = repository;
    const { branch, target, title, description } = content;
    const { headers = {} } = await this.#gitlab.getCredentials({ url });
    const apiBaseUrl =
      this.#integrations.gitlab.byHost(host)?.config.apiBaseUrl;
    const api: Api = {
      url: `${apiBaseUrl}/projects/${encodeURIComponent(
        `${owner}/${name}`,
      )}/merge_requests`,
      headers,
    };
    const query = new URLSearchParams({
      state: 'opened',
      source_branch: branch,
      target_branch: target,
    });
    const [open] = await request<{ web_url: string }[]>(api, { query }, signal);
    const made =
      open ??
      (await request<{ web_url: string }>(
        api,
        {
          body: {
            title,
            description,
            source_branch: branch,
            target_branch: target,
            remove_source_branch: true,
          },
        },
        signal,
      ));
    return made.web_url;
  }
}

/** Asks with a query, or makes something with a body. */
async function request<T>(
  api: Api,
  content: { query: URLSearchParams } | { body: object },
  signal?: AbortSignal,
): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const isQuery = 'query' in content;
  const response = await fetch(
    isQuery ? `${api.url}?${content.query}` : api.url,
    {
      method: isQuery ? 'GET' : 'POST',
      headers: {
        ...api.headers,
        ...(!isQuery && { 'Content-Type': 'application/json' }),
      },
      body: isQuery ? undefined : JSON.stringify(content.body),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    },
  );
  if (!response.ok) {
    const words = (await response.text()).slice(0, 500);
    throw new Error(
      `${api.url} answered ${response.status} ${response.statusText}: ${words}`,
    );
  }
  return response.json();
}
