import type { ScmIntegrations } from '@backstage/integration';
import type { Repository } from '../filters/Repository';

/** Where the files of a branch are looked at, without a slash at the end. */
export function contentsUrl(options: {
  repository: Repository;
  branch: string;
  integrations: ScmIntegrations;
  /** Of one file, or of a folder. */
  view: 'blob' | 'tree';
}): string {
  const { repository, branch, integrations, view } = options;
  const { host, webUrl } = repository;
  switch (integrations.byHost(host)?.type) {
    case 'gitlab':
      return `${webUrl}/-/${view}/${branch}`;
    case 'gitea':
      return `${webUrl}/src/branch/${branch}`;
    case 'bitbucketServer':
      return `${webUrl}/browse`;
    default:
      return `${webUrl}/${view}/${branch}`;
  }
}
