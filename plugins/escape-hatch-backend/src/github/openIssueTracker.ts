import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { GithubClient } from './GithubClient';
import { IssueTracker } from './IssueTracker';

/**
 * The issues of the platform repository, with the credentials of its host.
 *
 * @throws where the host is not among `integrations.github`: nobody else is sent a token
 */
export function openIssueTracker(options: {
  integrations: ScmIntegrationRegistry;
  /** `https://host/owner/name` */
  repositoryUrl: string;
}): IssueTracker {
  const { integrations, repositoryUrl } = options;
  const integration = integrations.github.byUrl(repositoryUrl);
  if (!integration) {
    throw new Error(
      `escapeHatch.issues.repository: expected a repository on a host of integrations.github, got '${repositoryUrl}'`,
    );
  }
  const { host, apiBaseUrl = `https://${host}/api/v3` } = integration.config;
  const client = new GithubClient({
    host,
    apiBaseUrl,
    repositoryUrl,
    credentials:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
  });
  return new IssueTracker({ client, repositoryUrl });
}
