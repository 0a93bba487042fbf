import type { DoraSink } from '@golden-path/backstage-plugin-dora-node';
import { toMs } from '../database/instants';
import { GithubCursor, laterOf } from './GithubCursor';
import { GithubRepository } from './GithubRepository';
import { commitSchema, Pull, pullSchema, reviewSchema } from './githubSchemas';
import { collectedChange, collectedRevision } from './pullChange';

/**
 * Collects merged pull requests, the newest first, down to what an earlier pass had. Those that the log has already
 * cost no further request, so that a pass which is cut short loses little.
 */
export async function collectPulls(options: {
  repository: GithubRepository;
  defaultBranch: string;
  cursor: GithubCursor;
  sink: DoraSink;
  /** Revisions that the log has of the source's events, by id. */
  revisionsOf: (ids: string[]) => Promise<Map<string, Set<number>>>;
}): Promise<GithubCursor> {
  const { repository, defaultBranch, cursor, sink, revisionsOf } = options;
  const until = toMs(cursor.pulls ?? cursor.since);
  let { pulls: newest } = cursor;
  let etag: string | undefined;
  let done = 0;
  for await (const page of repository.pages('/pulls', {
    query: { state: 'closed', sort: 'updated', direction: 'desc' },
    item: pullSchema,
    etag: cursor.etags.pulls,
  })) {
    etag ??= page.etag;
    newest = laterOf(newest, page.items[0]?.updated_at);
    const fresh = page.items.filter(pull => toMs(pull.updated_at) >= until);
    const merged = fresh.filter(
      pull =>
        pull.merged_at &&
        pull.merge_commit_sha &&
        pull.base.ref === defaultBranch,
    );
    const held = await revisionsOf(merged.map(idOf));
    for (const pull of merged) {
      if (!held.get(idOf(pull))?.has(collectedRevision(pull))) {
        const change = await readChange(repository, pull, defaultBranch);
        await sink.record({ events: [change] });
      }
      done += 1;
      await sink.progress({ done, total: done });
    }
    if (fresh.length < page.items.length) {
      break;
    }
  }
  return {
    ...cursor,
    pulls: newest,
    etags: { ...cursor.etags, pulls: etag },
  };
}

function idOf(pull: Pull): string {
  return `pull ${pull.number}`;
}

async function readChange(
  repository: GithubRepository,
  pull: Pull,
  defaultBranch: string,
) {
  const place = `/pulls/${pull.number}`;
  return collectedChange({
    pull,
    repository: repository.url,
    defaultBranch,
    reviews: await repository.all(`${place}/reviews`, { item: reviewSchema }),
    commits: await repository.all(`${place}/commits`, { item: commitSchema }),
  });
}
