import type {
  IncidentEvent,
  ServiceSubject,
} from '@golden-path/backstage-plugin-dora-node';
import { toInstant, toMs } from '../database/instants';
import { eventRevision } from '../ingest/eventRevision';
import { shorten } from '../ingest/shorten';
import { webUrl } from '../ingest/webUrl';
import type { Issue } from './githubSchemas';

/** In a repository with several components a label says which: `service:api`. */
const SERVICE_LABEL = /^service:\s*(\S.*)$/i;

/** An issue with one of the labels of incidents; one that has lost them, or is gone, is none any more. */
export function issueIncident(options: {
  issue: Issue;
  repository: string;
  incidentLabels: string[];
  isGone?: boolean;
}): IncidentEvent {
  const { issue, repository, incidentLabels, isGone = false } = options;
  const url = webUrl(issue.html_url);
  const labels = issue.labels.map(({ name }) => name);
  const isIncident = labels.some(name => incidentLabels.includes(name));
  const named = labels.flatMap((name): ServiceSubject[] => {
    const value = SERVICE_LABEL.exec(name)?.[1];
    return value ? [{ by: 'name', value: value.slice(0, 400) }] : [];
  });
  return {
    type: 'incident',
    id: `issue ${issue.number}`,
    revision: eventRevision({
      at: toMs(issue.updated_at),
      // Taken away and given back within a second: the one that is heard of later is not known.
      order: isGone ? 1 : 0,
      identity: JSON.stringify([labels, issue.closed_at ?? null, issue.title]),
    }),
    ...(url && { url }),
    evidence: `GitHub issue #${issue.number}`,
    services:
      named.length > 0
        ? named.slice(0, 50)
        : [{ by: 'repository', value: repository }],
    title: shorten(issue.title),
    openedAt: toInstant(toMs(issue.created_at)),
    resolvedAt: issue.closed_at ? toInstant(toMs(issue.closed_at)) : null,
    ...((isGone || !isIncident) && { retracted: true }),
  };
}
