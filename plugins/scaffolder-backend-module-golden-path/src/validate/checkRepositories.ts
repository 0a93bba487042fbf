import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import type { Repository } from '../filters/Repository';

/**
 * Checks that a service and its environments go to different repositories. One that has
 * the environments of other services cannot be made for this one, and each deployment would start its pipeline again.
 *
 * @param options - `file`: path of the service's catalog file
 */
export function checkRepositories(options: {
  repository: Repository;
  gitopsRepository: Repository;
  file: string;
}): Finding[] {
  const { repository, gitopsRepository, file } = options;
  if (placeOf(repository) !== placeOf(gitopsRepository)) {
    return [];
  }
  return [
    {
      file,
      line: 1,
      rule: 'catalog-info',
      severity: 'error',
      message: `The service's repository, ${repository.webUrl}, is its GitOps repository, too; expected two.`,
      fix: 'Answer with another repository, which is made for the service, or with another GitOps repository.',
    },
  ];
}

/** GitHub and GitLab do not tell upper and lower case apart; of other servers it is not known. */
function placeOf({ kind, host, owner, name }: Repository): string {
  const path = `${owner}/${name}`;
  return `${host.toLocaleLowerCase('en-US')}/${
    kind === 'git' ? path : path.toLocaleLowerCase('en-US')
  }`;
}
