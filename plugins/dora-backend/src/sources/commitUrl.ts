import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { GitRemote } from '../git/GitRemote';

/** Where the page of a commit is below that of its repository, by the kind of host. */
const PLACES: Record<string, string> = {
  github: '/commit/',
  gitlab: '/-/commit/',
  gitea: '/commit/',
  bitbucketCloud: '/commits/',
  azure: '/commit/',
};

/** Builds the addresses of commits' pages; undefined for a host that is not among the integrations. */
export function commitUrl(options: {
  remote: GitRemote;
  integrations: ScmIntegrationRegistry;
}): ((commit: string) => string) | undefined {
  const { remote, integrations } = options;
  if (remote.protocol !== 'https' && remote.protocol !== 'http') {
    return undefined;
  }
  const place = PLACES[integrations.byUrl(remote.address)?.type ?? ''];
  const repository = remote.address.replace(/\/*(?:\.git)?\/*$/, '');
  return place ? commit => `${repository}${place}${commit}` : undefined;
}
