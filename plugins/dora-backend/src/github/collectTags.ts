import type {
  DoraSink,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { HeldEvents } from '../sources/HeldEvents';
import type { GithubCursor } from './GithubCursor';
import { GithubRepository } from './GithubRepository';
import { tagSchema } from './githubSchemas';

const LONGEST_NAME = 480;

/** Collects which commits tags name, where something was pushed. One that moved gets its next revision. */
export async function collectTags(options: {
  repository: GithubRepository;
  /** When something was last pushed; empty where nothing ever was. */
  pushedAt: string;
  cursor: GithubCursor;
  held: HeldEvents;
  sink: DoraSink;
}): Promise<GithubCursor> {
  const { repository, pushedAt, cursor, held, sink } = options;
  if (pushedAt === cursor.pushedAt) {
    return cursor;
  }
  for await (const { items } of repository.pages('/tags', {
    item: tagSchema,
  })) {
    const tags = items.filter(({ name }) => name.length <= LONGEST_NAME);
    const known = new Map(
      (
        await held.some<VersionEvent>(tags.map(({ name }) => `tag ${name}`))
      ).map(one => [one.event.id, one]),
    );
    const events = tags.flatMap(({ name, commit: { sha } }): VersionEvent[] => {
      const id = `tag ${name}`;
      const before = known.get(id);
      if (before?.event.sha === sha) {
        return [];
      }
      return [
        {
          type: 'version',
          id,
          ...(before && { revision: before.revision + 1 }),
          repository: repository.url,
          version: name,
          sha,
        },
      ];
    });
    if (events.length > 0) {
      await sink.record({ events });
    }
  }
  return { ...cursor, pushedAt };
}
