import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { GitRemote } from './GitRemote';

/** Finds what repositories of configured hosts are fetched with: `integrations` in app-config. */
export class GitCredentials {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #github: DefaultGithubCredentialsProvider;
  readonly #gitlab: DefaultGitlabCredentialsProvider;
  readonly #azure: DefaultAzureDevOpsCredentialsProvider;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    this.#gitlab =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
    this.#azure =
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  }

  /** Header for a remote, and the beginning of the URLs that may see it; undefined where none is configured. */
  async header(
    remote: GitRemote,
  ): Promise<{ url: string; value: string } | undefined> {
    if (remote.protocol !== 'https' && remote.protocol !== 'http') {
      return undefined;
    }
    const value = remote.credentials
      ? basic(remote.credentials.username, remote.credentials.password)
      : // A token never crosses a network in the clear.
        remote.protocol === 'https' && (await this.#authorization(remote));
    return value
      ? {
          url: `${new URL(remote.address).origin}/`,
          value: `Authorization: ${value}`,
        }
      : undefined;
  }

  async #authorization({
    address: url,
  }: GitRemote): Promise<string | undefined> {
    const registry = this.#integrations;
    switch (registry.byUrl(url)?.type) {
      case 'github': {
        const { token } = await this.#github.getCredentials({ url });
        return token && basic('x-access-token', token);
      }
      case 'gitlab': {
        const { token } = await this.#gitlab.getCredentials({ url });
        return token && basic('oauth2', token);
      }
      case 'azure': {
        const credentials = await this.#azure.getCredentials({ url });
        return credentials?.headers.Authorization;
      }
      case 'bitbucketCloud': {
        const { username, appPassword, token } =
          registry.bitbucketCloud.byUrl(url)!.config;
        const secret = token ?? appPassword;
        return secret && basic(username ?? 'x-token-auth', secret);
      }
      case 'bitbucketServer': {
        const { username, password, token } =
          registry.bitbucketServer.byUrl(url)!.config;
        if (token) {
          return `Bearer ${token}`;
        }
        return username && password && basic(username, password);
      }
      case 'gitea': {
        const { username, password } = registry.gitea.byUrl(url)!.config;
        return password && basic(username ?? 'x-access-token', password);
      }
      case 'gerrit': {
        const { username, password } = registry.gerrit.byUrl(url)!.config;
        return username && password && basic(username, password);
      }
      default:
        return undefined;
    }
  }
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
