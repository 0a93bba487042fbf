import type { DoraSink } from '@golden-path/backstage-plugin-dora-node';
import { GithubCursor, laterOf } from './GithubCursor';
import { GithubRepository } from './GithubRepository';
import { issueSchema } from './githubSchemas';
import { issueIncident } from './issueIncident';

/** Collects issues with a label of incidents that changed since an earlier pass. */
export async function collectIncidents(options: {
  repository: GithubRepository;
  incidentLabels: string[];
  cursor: GithubCursor;
  sink: DoraSink;
}): Promise<GithubCursor> {
  const { repository, incidentLabels, cursor, sink } = options;
  let { incidents: newest } = cursor;
  for (const label of incidentLabels) {
    for await (const { items } of repository.pages('/issues', {
      query: {
        labels: label,
        state: 'all',
        sort: 'updated',
        direction: 'asc',
        since: cursor.incidents ?? cursor.since,
      },
      item: issueSchema,
    })) {
      newest = laterOf(newest, items.at(-1)?.updated_at);
      const events = items
        // To GitHub a pull request is an issue too.
        .filter(issue => !issue.pull_request)
        .map(issue =>
          issueIncident({ issue, repository: repository.url, incidentLabels }),
        );
      if (events.length > 0) {
        await sink.record({ events });
      }
    }
  }
  return { ...cursor, incidents: newest };
}
