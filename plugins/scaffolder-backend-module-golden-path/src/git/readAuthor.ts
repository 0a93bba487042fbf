import type { Config } from '@backstage/config';
import type { CommitAuthor } from './Git';

/** Who makes commits, as Backstage's own actions read it: `scaffolder.defaultAuthor`. */
export function readAuthor(config: Config): CommitAuthor {
  return {
    name:
      config.getOptionalString('scaffolder.defaultAuthor.name') ?? 'Scaffolder',
    email:
      config.getOptionalString('scaffolder.defaultAuthor.email') ??
      'scaffolder@backstage.io',
  };
}
