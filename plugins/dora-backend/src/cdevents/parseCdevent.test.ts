import { cdevent } from './__testUtils__/cdevent';
import { parseCdevent } from './parseCdevent';

const deployed = (version?: '0.3.0' | '0.4.1' | '0.5.0') =>
  cdevent('service.deployed', {
    subject: 'api',
    at: '2026-03-02T10:00:00Z',
    content: { environment: { id: 'production' }, artifactId: 'pkg:oci/api@1' },
    version,
  });

describe('parseCdevent', () => {
  it.each(['0.3.0', '0.4.1', '0.5.0'] as const)('takes %s', version => {
    expect(parseCdevent(deployed(version), 'p')).toMatchObject({
      kind: 'service.deployed',
      subject: { id: 'api' },
    });
  });

  it.each([
    'service.upgraded',
    'service.rolledback',
    'incident.detected',
    'incident.reported',
    'incident.resolved',
    'change.created',
    'change.updated',
    'change.reviewed',
    'change.merged',
    'change.abandoned',
    'artifact.packaged',
    'artifact.published',
  ])('takes %s in all versions', kind => {
    const contents: Record<string, object> = {
      service: { environment: { id: 'e' }, artifactId: 'pkg:oci/api@1' },
      incident: { environment: { id: 'e' } },
      change: { repository: { id: 'acme/api' } },
      artifact: kind === 'artifact.packaged' ? { change: { id: '1' } } : {},
    };
    const content = {
      ...contents[kind.split('.')[0]],
      ...(kind === 'incident.reported' && { ticketURI: 'https://x.example/1' }),
    };
    for (const version of ['0.3.0', '0.4.1', '0.5.0'] as const) {
      const event = cdevent(kind, {
        subject: 's',
        at: '2026-03-02T10:00:00Z',
        content,
        version,
      });
      expect(parseCdevent(event, 'p')?.kind).toBe(kind);
    }
  });

  it.each([
    'dev.cdevents.pipelinerun.started.0.2.0',
    'dev.cdevents.taskrun.finished.0.1.1',
    'dev.cdeventsx.acme-quota.exceeded.0.1.0',
  ])('has no use for %s', type => {
    const event = deployed();
    event.context.type = type;
    expect(parseCdevent(event, 'p')).toBeUndefined();
  });

  const changed = (change: (event: any) => void) => {
    const event = structuredClone(deployed());
    change(event);
    return event;
  };
  it.each<[string, unknown]>([
    ['p.context: expected the context of a CDEvent', null],
    ['p.context: expected the context of a CDEvent', 'text'],
    ['p.context: expected the context of a CDEvent', { context: 1 }],
    [
      "p.context.version: expected a version 0.3, 0.4 or 0.5 of CDEvents, got '0.2.0'",
      changed(event => {
        event.context.version = '0.2.0';
      }),
    ],
    [
      "p.context.version: expected a version 0.3, 0.4 or 0.5 of CDEvents, got '1.0.0'",
      changed(event => {
        event.context.version = '1.0.0';
      }),
    ],
    [
      'p.context.specversion: expected a version 0.3, 0.4 or 0.5 of CDEvents, got none',
      changed(event => {
        delete event.context.version;
      }),
    ],
    [
      "p.context: must have required property 'specversion'",
      changed(event => {
        event.context.version = '0.5.0';
      }),
    ],
    [
      'p.context.type: expected the type of a CDEvent',
      changed(event => {
        event.context.type = 'com.github.push';
      }),
    ],
    [
      "p.context.type: CDEvents 0.4.1 has no type 'dev.cdevents.service.exploded.0.1.0'",
      changed(event => {
        event.context.type = 'dev.cdevents.service.exploded.0.1.0';
      }),
    ],
    [
      'p.context.type: expected dev.cdevents.service.deployed.0.2.0',
      changed(event => {
        event.context.type = 'dev.cdevents.service.deployed.0.1.1';
      }),
    ],
    [
      'p.context.timestamp: must match format "date-time"',
      changed(event => {
        event.context.timestamp = 'yesterday';
      }),
    ],
    [
      'p.context.timestamp: must match format "date-time"',
      changed(event => {
        event.context.timestamp = '2026-02-30T10:00:00Z';
      }),
    ],
    [
      'p.context.timestamp: expected an instant that exists',
      changed(event => {
        event.context.timestamp = '2016-12-31T23:59:60Z';
      }),
    ],
    [
      "p.subject.content: must have required property 'environment'",
      changed(event => {
        delete event.subject.content.environment;
      }),
    ],
    [
      "p.subject.content: unknown field 'colour'",
      changed(event => {
        event.subject.content.colour = 'red';
      }),
    ],
    [
      'p.subject.id: must be string',
      changed(event => {
        event.subject.id = 1;
      }),
    ],
    [
      'p.subject.content.environment.id: expected at most 200 characters',
      changed(event => {
        event.subject.content.environment.id = 'x'.repeat(201);
      }),
    ],
  ])('says %s', (message, event) => {
    expect(() => parseCdevent(event, 'p')).toThrow(message);
  });
});
