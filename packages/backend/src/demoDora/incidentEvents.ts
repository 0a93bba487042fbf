import { artifactId } from './artifactId';
import { CdEvent, cdEvent } from './cdEvent';
import { DemoIncident } from './DemoIncident';

/** What a pipeline or a person reports about an incident: that it was detected, and that it was resolved. */
export function incidentEvents(incident: DemoIncident): CdEvent[] {
  const { id, service, title, version, openedAt, resolvedAt } = incident;
  const event = (predicate: 'detected' | 'resolved', at: number) =>
    cdEvent({
      id: `incident-${id}-${predicate}`,
      subject: 'incident',
      predicate,
      subjectId: id,
      at,
      content: {
        description: title,
        service: { id: service },
        ...(version && { artifactId: artifactId(service, version) }),
      },
    });
  return [
    event('detected', openedAt),
    ...(resolvedAt === undefined ? [] : [event('resolved', resolvedAt)]),
  ];
}
