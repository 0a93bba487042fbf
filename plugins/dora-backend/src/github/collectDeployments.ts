import type {
  DeploymentEvent,
  DoraSink,
} from '@golden-path/backstage-plugin-dora-node';
import { toMs } from '../database/instants';
import { GithubCursor, laterOf } from './GithubCursor';
import { GithubRepository } from './GithubRepository';
import {
  deploymentSchema,
  GithubDeployment,
  statusSchema,
} from './githubSchemas';
import { statusDeployment } from './statusDeployment';

/** A deployment that has not ended after so long never will. */
const PENDING_MS = 14 * 86_400_000;
const MAX_PENDING = 200;

/** Collects deployments that have ended, the newest first, down to the oldest that had not when it was last asked. */
export async function collectDeployments(options: {
  repository: GithubRepository;
  cursor: GithubCursor;
  sink: DoraSink;
  now: number;
}): Promise<GithubCursor> {
  const { repository, cursor, sink, now } = options;
  const until = toMs(cursor.deployments ?? cursor.since);
  const waitedFor = new Set(cursor.pending);
  const pending: number[] = [];
  let { deployments: newest } = cursor;
  let etag: string | undefined;
  for await (const page of repository.pages('/deployments', {
    item: deploymentSchema,
    // The list does not change when a deployment ends.
    etag: waitedFor.size === 0 ? cursor.etags.deployments : undefined,
  })) {
    etag ??= page.etag;
    newest = laterOf(newest, page.items[0]?.created_at);
    const events: DeploymentEvent[] = [];
    for (const deployment of page.items) {
      const isWaitedFor = waitedFor.delete(deployment.id);
      const createdAt = toMs(deployment.created_at);
      if (isWaitedFor || createdAt >= until) {
        const ended = await readEnd(repository, deployment);
        if (ended) {
          events.push(ended);
        } else if (now - createdAt < PENDING_MS) {
          pending.push(deployment.id);
        }
      }
    }
    if (events.length > 0) {
      await sink.record({ events });
    }
    const oldest = page.items.at(-1);
    if (
      !oldest ||
      (toMs(oldest.created_at) < until && waitedFor.size === 0) ||
      toMs(oldest.created_at) < Math.min(until, now - PENDING_MS)
    ) {
      break;
    }
  }
  return {
    ...cursor,
    deployments: newest,
    pending: pending.slice(0, MAX_PENDING),
    etags: { ...cursor.etags, deployments: etag },
  };
}

/** The last status that ended it; statuses come newest first. */
async function readEnd(
  repository: GithubRepository,
  deployment: GithubDeployment,
): Promise<DeploymentEvent | undefined> {
  for await (const page of repository.pages(
    `/deployments/${deployment.id}/statuses`,
    { item: statusSchema },
  )) {
    for (const status of page.items) {
      const event = statusDeployment({
        deployment,
        status,
        repository: repository.url,
      });
      if (event) {
        return event;
      }
    }
  }
  return undefined;
}
