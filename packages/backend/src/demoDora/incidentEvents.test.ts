import { incidentEvents } from './incidentEvents';

const incident = {
  id: '412',
  service: 'api-service',
  title: 'Orders fail',
  openedAt: 1_778_000_000,
  resolvedAt: 1_778_003_600,
};

describe('incidentEvents', () => {
  it('say when it was detected and resolved, and that it is made up', () => {
    const [detected, resolved] = incidentEvents({
      ...incident,
      version: 'v1',
    });
    expect(detected).toEqual({
      specversion: '1.0',
      id: 'incident-412-detected',
      source: '/demo',
      type: 'dev.cdevents.incident.detected.0.2.0',
      time: '2026-05-05T16:53:20.000Z',
      datacontenttype: 'application/json',
      data: {
        context: {
          version: '0.4.1',
          id: 'incident-412-detected',
          source: '/demo',
          type: 'dev.cdevents.incident.detected.0.2.0',
          timestamp: '2026-05-05T16:53:20.000Z',
        },
        subject: {
          id: '412',
          source: '/demo',
          type: 'incident',
          content: {
            environment: { id: 'production' },
            description: 'Orders fail',
            service: { id: 'api-service' },
            artifactId: 'pkg:docker/api-service@v1',
          },
        },
        customData: { demo: true },
        customDataContentType: 'application/json',
      },
    });
    expect(resolved).toMatchObject({
      id: 'incident-412-resolved',
      type: 'dev.cdevents.incident.resolved.0.2.0',
      time: '2026-05-05T17:53:20.000Z',
    });
  });

  it('leave out what is unknown', () => {
    const events = incidentEvents({ ...incident, resolvedAt: undefined });
    expect(events).toHaveLength(1);
    expect(events[0].data.subject).not.toHaveProperty('content.artifactId');
  });
});
