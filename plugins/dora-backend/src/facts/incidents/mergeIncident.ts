import { createHash } from 'node:crypto';
import type { IncidentEvent } from '@golden-path/backstage-plugin-dora-node';
import { toMs } from '../../database/instants';
import type { LoggedEvent } from '../log/EventLog';
import type { Incident } from './Incident';

/**
 * One incident from all revisions of its id: a later one prevails field by field. Undefined while only its end is
 * known, or where it was taken back.
 */
export function mergeIncident(options: {
  events: LoggedEvent<IncidentEvent>[];
  isProduction: (environment: string) => boolean;
  resolve: (service: IncidentEvent['services'][number]) => string | undefined;
}): Incident | undefined {
  const events = [...options.events].sort((a, b) => b.revision - a.revision);
  const [newest] = events;
  const first = <K extends keyof IncidentEvent>(key: K) =>
    events.find(({ event }) => event[key] !== undefined)?.event[key];
  const opened = events.flatMap(({ event }) =>
    event.openedAt === undefined ? [] : [toMs(event.openedAt)],
  );
  if (newest.event.retracted || opened.length === 0) {
    return undefined;
  }
  const openedAt = Math.min(...opened);
  const resolved = resolvedAt(events);
  const environment = first('environment') ?? null;
  const services = events.find(({ event }) => event.services.length > 0);
  const { source, event } = newest;
  return {
    id: incidentId(source, event.id),
    source,
    externalId: event.id,
    title: first('title') ?? event.id,
    severity: first('severity') ?? null,
    environment,
    production: environment === null || options.isProduction(environment),
    openedAt,
    resolvedAt: resolved === null ? null : Math.max(openedAt, resolved),
    url: first('url') ?? null,
    namesDeployment: first('deployment') ?? null,
    namesVersion: first('version') ?? null,
    demo: events.some(({ event: { demo } }) => demo === true),
    entityRefs: [
      ...new Set(
        (services?.event.services ?? []).flatMap(
          service => options.resolve(service) ?? [],
        ),
      ),
    ].sort(),
  };
}

/** The same for the same incident, whenever it becomes known. */
export function incidentId(source: string, externalId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([source, externalId]))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * A later report of an opening without an end opens a resolved incident again, as does one that takes back the end.
 */
function resolvedAt(newestFirst: LoggedEvent<IncidentEvent>[]): number | null {
  for (const { event } of newestFirst) {
    if (event.resolvedAt !== undefined) {
      return event.resolvedAt === null ? null : toMs(event.resolvedAt);
    }
    if (event.openedAt !== undefined && isReopened(event, newestFirst)) {
      return null;
    }
  }
  return null;
}

function isReopened(
  event: IncidentEvent,
  all: LoggedEvent<IncidentEvent>[],
): boolean {
  const opened = toMs(event.openedAt!);
  return all.some(
    ({ event: other }) =>
      typeof other.resolvedAt === 'string' && toMs(other.resolvedAt) < opened,
  );
}
