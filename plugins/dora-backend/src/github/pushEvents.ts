import type {
  ChangeEvent,
  VersionEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { z } from 'zod';
import { toInstant, toMs } from '../database/instants';
import { eventRevision } from '../ingest/eventRevision';
import { shorten } from '../ingest/shorten';
import { webUrl } from '../ingest/webUrl';
import { parseMessage, parseReverts } from '../sources/git/parseMessage';
import { repositorySchema } from './githubSchemas';

export const pushSchema = z.object({
  ref: z.string(),
  repository: repositorySchema,
  head_commit: z
    .object({
      id: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
      message: z.string(),
      timestamp: z.iso.datetime({ offset: true }),
      url: z.string(),
    })
    .nullish(),
});

/**
 * What a push says: which commit a tag names, or that the newest commit reached the default branch. Of the others that
 * came with it a push does not say which of them stand on the branch itself.
 */
export function pushEvents(
  push: z.output<typeof pushSchema>,
): (ChangeEvent | VersionEvent)[] {
  const { ref, repository, head_commit: head } = push;
  if (!head) {
    return [];
  }
  const tag = /^refs\/tags\/(.{1,480})$/.exec(ref)?.[1];
  if (tag) {
    return [
      {
        type: 'version',
        id: `tag ${tag}`,
        revision: eventRevision({
          at: pushedAt(repository.pushed_at),
          order: 0,
          identity: head.id,
        }),
        repository: repository.html_url,
        version: tag,
        sha: head.id,
      },
    ];
  }
  if (ref !== `refs/heads/${repository.default_branch}`) {
    return [];
  }
  const at = toInstant(toMs(head.timestamp));
  const url = webUrl(head.url);
  const { title, number, branch } = parseMessage(head.message);
  const { commits, numbers } = parseReverts(head.message);
  const reverts = commits.filter(sha => /^.{40}(.{24})?$/.test(sha));
  return [
    {
      type: 'change',
      id: `commit ${head.id}`,
      repository: repository.html_url,
      sha: head.id,
      ...(url && { url }),
      mergedAt: at,
      firstCommitAt: at,
      title: shorten(title),
      ...(number !== undefined && { number }),
      ...(branch && { branch }),
      ...(reverts.length > 0 && { reverts: reverts.slice(0, 50) }),
      ...(numbers.length > 0 && { revertsNumbers: numbers.slice(0, 50) }),
    },
  ];
}

/** A push has it in seconds since the epoch. */
function pushedAt(value: string | number | null | undefined): number {
  return typeof value === 'number'
    ? value * 1_000
    : Date.parse(value ?? '') || 0;
}
