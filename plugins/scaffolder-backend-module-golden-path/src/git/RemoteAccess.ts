import type { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import { parseRepository } from '../filters/parseRepository';
import type { Repository } from '../filters/Repository';

/** A repository that the portal may write to. */
export interface Remote extends Repository {
  /** What git gets; never has credentials. */
  address: string;
  /** Value of the header Authorization; left out where none is configured. */
  authorization?: string;
}

interface ConfiguredRemote {
  url: URL;
  authorization?: string;
}

/**
 * Decides which repositories the portal may write to, and with which credentials: those below `goldenPath.git.remotes`,
 * and those on hosts of `integrations`.
 */
export class RemoteAccess {
  readonly #integrations: ScmIntegrations;
  readonly #remotes: ConfiguredRemote[];
  readonly #github: DefaultGithubCredentialsProvider;
  readonly #gitlab: DefaultGitlabCredentialsProvider;

  private constructor(options: {
    integrations: ScmIntegrations;
    remotes: ConfiguredRemote[];
  }) {
    const { integrations, remotes } = options;
    this.#integrations = integrations;
    this.#remotes = remotes;
    this.#github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    this.#gitlab =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  }

  static fromConfig(
    config: Config,
    options: { integrations: ScmIntegrations },
  ): RemoteAccess {
    const { integrations } = options;
    const entries =
      config.getOptionalConfigArray('goldenPath.git.remotes') ?? [];
    return new RemoteAccess({ integrations, remotes: entries.map(readRemote) });
  }

  /**
   * @param text - as a person names the repository
   * @throws InputError where that is none
   * @throws NotAllowedError where the portal may not write to it
   */
  async open(text: string): Promise<Remote> {
    const repository = parseRepository(text, {
      integrations: this.#integrations,
    });
    const remote = this.#remotes.find(({ url }) =>
      isBelow(repository.url, url),
    );
    if (!remote && !this.#integrations.byHost(repository.host)) {
      throw new NotAllowedError(
        `The portal does not write to ${
          repository.url
        }; expected a repository ${this.#describeAllowed()}`,
      );
    }
    // Hosts with an API answer to this one without a redirect.
    const address =
      repository.kind === 'git' ? repository.url : `${repository.url}.git`;
    const authorization =
      remote?.authorization ?? (await this.#fromIntegration(repository));
    return { ...repository, address, authorization };
  }

  async #fromIntegration(repository: Repository): Promise<string | undefined> {
    const { url, host } = repository;
    // A token never crosses a network in the clear.
    if (!url.startsWith('https:')) {
      return undefined;
    }
    const registry = this.#integrations;
    switch (registry.byHost(host)?.type) {
      case 'github': {
        const { token } = await this.#github.getCredentials({ url });
        return token && basic('x-access-token', token);
      }
      case 'gitlab': {
        const { token } = await this.#gitlab.getCredentials({ url });
        return token && basic('oauth2', token);
      }
      case 'bitbucketServer': {
        const { token, username, password } =
          registry.bitbucketServer.byHost(host)!.config;
        if (token) {
          return `Bearer ${token}`;
        }
        return username && password && basic(username, password);
      }
      case 'gitea': {
        const { username, password } = registry.gitea.byHost(host)!.config;
        return password && basic(username ?? 'x-access-token', password);
      }
      default:
        return undefined;
    }
  }

  #describeAllowed(): string {
    const prefixes = this.#remotes.map(({ url }) => url.href).join(', ');
    return prefixes
      ? `below ${prefixes} or on a host of 'integrations'`
      : "on a host of 'integrations', or below one of 'goldenPath.git.remotes', which is empty";
  }
}

function readRemote(config: Config): ConfiguredRemote {
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash
  ) {
    throw new Error(
      `goldenPath.git.remotes has the url '${text}'; expected an http or https URL without credentials, such as https://git.example.com/shop`,
    );
  }
  const token = config.getOptionalString('token');
  const username = config.getOptionalString('username') ?? 'git';
  return { url, authorization: token && basic(username, token) };
}

function isBelow(repository: string, prefix: URL): boolean {
  const url = new URL(repository);
  const folder = prefix.pathname.replace(/\/*$/, '/');
  return url.origin === prefix.origin && url.pathname.startsWith(folder);
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
