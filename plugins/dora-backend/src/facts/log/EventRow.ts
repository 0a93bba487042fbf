import type {
  DoraEvent,
  IncidentEvent,
} from '@golden-path/backstage-plugin-dora-node';
import { toMs } from '../../database/instants';
import { ServiceDirectory } from '../../directory/ServiceDirectory';
import { repositorySubject } from '../changes/repositorySubject';
import { rolloutId } from '../rollouts/rolloutId';
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
  deployment_id: string | null;
  payload: string;
}

/** An event with the row that it becomes. */
export interface ReportedEvent {
  row: EventRow;
  event: DoraEvent;
}

/** How an event is stored, and which service it maps to by now. */
export function toEventRow(options: {
  event: DoraEvent;
  source: string;
  sourceType: string;
  now: number;
  directory: ServiceDirectory;
  /** Key of a repository by its URL. */
  keyOf: (url: string) => string;
}): EventRow {
  const { event, source, sourceType, now, directory, keyOf } = options;
  return {
    source,
    source_type: sourceType,
    external_id: event.id,
    revision: event.revision ?? 0,
    type: event.type,
    received_at: now,
    superseded: false,
    // Most rollouts are reported once; what turns out to be a further report is noted when it does.
    deployment_id:
      event.type === 'deployment' ? rolloutId(source, event.id) : null,
    payload: JSON.stringify(event),
    ...columnsOf({ event, directory, now, keyOf }),
  };
}

/** The columns that depend on the type of an event. */
function columnsOf(options: {
  event: DoraEvent;
  directory: ServiceDirectory;
  now: number;
  keyOf: (url: string) => string;
}): Pick<
  EventRow,
  'at' | 'subject' | 'entity_ref' | 'environment' | 'version'
> {
  const { event, directory, now } = options;
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
    case 'incident':
      return {
        ...none,
        ...incidentColumns(event, directory),
        at: toMs(event.openedAt ?? event.resolvedAt ?? toDate(now)),
        environment: event.environment ?? null,
      };
    default:
      return {
        ...none,
        at: toMs(
          (event.type === 'change' && (event.mergedAt ?? event.openedAt)) ||
            toDate(now),
        ),
        subject: repositorySubject(options.keyOf(event.repository)),
        version: (event.type === 'version' ? event.version : event.sha) ?? null,
      };
  }
}

/** An incident maps to nothing until all of its services do: that one is its subject. */
export function incidentColumns(
  event: IncidentEvent,
  directory: ServiceDirectory,
): Pick<EventRow, 'subject' | 'entity_ref'> {
  const unknown = event.services.find(
    service => directory.resolve(service) === undefined,
  );
  const named = unknown ?? event.services[0];
  return {
    subject: named ? subjectKey(named) : null,
    entity_ref: unknown || !named ? null : directory.resolve(named) ?? null,
  };
}

function toDate(ms: number): string {
  return new Date(ms).toISOString();
}
