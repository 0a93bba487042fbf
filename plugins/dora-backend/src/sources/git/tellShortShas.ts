import type {
  DoraSink,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import type { Git } from '../../git/Git';
import type { RepositoryStore } from './RepositoryStore';

const BATCH = 1_000;
/** An event's id holds no more. */
const MAX_NAME = 480;

/**
 * Tells which commits the versions are that have only the first digits of a SHA. One that several commits begin with
 * stands for none.
 */
export async function tellShortShas(options: {
  git: Git;
  /** Key of the repository, and how events name it. */
  key: string;
  repository: string;
  store: Pick<RepositoryStore, 'shortShas'>;
  sink: DoraSink;
  signal: AbortSignal;
}): Promise<void> {
  const { git, key, repository, store, sink, signal } = options;
  const unresolved = (await store.shortShas(key)).filter(
    ({ version }) => version.length <= MAX_NAME,
  );
  for (let start = 0; start < unresolved.length; start += BATCH) {
    const some = unresolved.slice(start, start + BATCH);
    const answer = await git.run(
      ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
      {
        signal,
        input: some.map(({ shortSha }) => `${shortSha}^{commit}\n`).join(''),
      },
    );
    const lines = answer.split('\n');
    const events = some.flatMap(({ version }, index): VersionEvent[] => {
      const sha = /^([0-9a-f]{40,}) commit$/.exec(lines[index])?.[1];
      return sha
        ? [
            {
              type: 'version',
              id: `short:${version}`,
              repository,
              version,
              sha,
            },
          ]
        : [];
    });
    if (events.length > 0) {
      await sink.record({ events });
    }
  }
}
