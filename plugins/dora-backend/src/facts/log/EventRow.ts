import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { toMs } from '../../database/instants';
import { repositoryKey } from '../../directory/repositoryKey';
import { ServiceDirectory } from '../../directory/ServiceDirectory';
import { subjectKey } from '../../directory/subjectKey';

/** A row of dora_events, as it is inserted. */
export interface EventRow {
  source: string;
  source_type: string;
  external_id: string;
  revision: number;
  type: DoraEvent['type'];
  at: number;
  received_at: number;
  subject: string | null;
  entity_ref: string | null;
  environment: string | null;
  version: string | null;
  superseded: boolean;
  payload: string;
}

/** How an event is stored, and which service it maps to by now. */
export function toEventRow(options: {
  event: DoraEvent;
  source: string;
  sourceType: string;
  now: number;
  directory: ServiceDirectory;
}): EventRow {
  const { event, source, sourceType, now, directory } = options;
  return {
    source,
    source_type: sourceType,
    external_id: event.id,
    revision: event.revision ?? 0,
    type: event.type,
    received_at: now,
    superseded: false,
    payload: JSON.stringify(event),
    ...columnsOf(event, directory, now),
  };
}

/** The columns that depend on the type of an event. */
export function columnsOf(
  event: DoraEvent,
  directory: ServiceDirectory,
  now: number,
): Pick<EventRow, 'at' | 'subject' | 'entity_ref' | 'environment' | 'version'> {
  const none = {
    at: now,
    subject: null,
    entity_ref: null,
    environment: null,
    version: null,
  };
  switch (event.type) {
    case 'deployment':
      return {
        at: toMs(event.finishedAt),
        subject: subjectKey(event.service),
        entity_ref: directory.resolve(event.service) ?? null,
        environment: event.environment,
        version: event.version,
      };
    case 'incident': {
      const unknown = event.services.find(
        service => directory.resolve(service) === undefined,
      );
      const named = unknown ?? event.services[0];
      return {
        ...none,
        at: toMs(event.openedAt ?? event.resolvedAt ?? toDate(now)),
        subject: named ? subjectKey(named) : null,
        entity_ref: unknown || !named ? null : directory.resolve(named) ?? null,
        environment: event.environment ?? null,
      };
    }
    default:
      return {
        ...none,
        at: toMs(
          (event.type === 'change' && (event.mergedAt ?? event.openedAt)) ||
            toDate(now),
        ),
        subject: repositorySubject(event.repository),
        version: (event.type === 'version' ? event.version : event.sha) ?? null,
      };
  }
}

/** How events of a repository are found in the log. */
export function repositorySubject(repository: string): string {
  return `repository:${repositoryKey(repository) ?? repository}`;
}

function toDate(ms: number): string {
  return new Date(ms).toISOString();
}
