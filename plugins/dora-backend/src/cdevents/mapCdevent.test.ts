import { createHash } from 'node:crypto';
import { ServiceDirectory } from '../directory/ServiceDirectory';
import { cdevent } from './__testUtils__/cdevent';
import { mapCdevent } from './mapCdevent';
import { parseCdevent } from './parseCdevent';

const directory = new ServiceDirectory([
  {
    entityRef: 'component:default/api',
    name: 'api',
    namespace: 'default',
    doraService: null,
    cdeventsId: null,
    pagerdutyId: null,
    repository: 'github.com/acme/api',
    repositoryUrl: 'https://github.com/acme/api',
    removed: false,
  },
]);
const AT = '2026-03-02T10:00:00Z';
const SHA = 'AB'.repeat(20);
const ARTIFACT = 'pkg:oci/api@sha256%3A0b31?tag=1.2.3';

const map = (
  kind: string,
  subject: string,
  content: object,
  rest: Partial<Parameters<typeof cdevent>[1]> = {},
) =>
  mapCdevent(
    parseCdevent(cdevent(kind, { subject, content, at: AT, ...rest }), 'p')!,
    directory,
  );

describe('mapCdevent', () => {
  const service = { environment: { id: 'production' }, artifactId: ARTIFACT };

  it('takes rollouts', () => {
    expect(
      map('service.deployed', 'api', service, { id: '1', source: '/ci' }),
    ).toEqual({
      type: 'deployment',
      id: '["/ci","1","dev.cdevents.service.deployed.0.2.0"]',
      evidence: "CDEvent service.deployed '1' from /ci",
      service: { by: 'cdevents', value: 'api' },
      environment: 'production',
      version: '1.2.3',
      finishedAt: AT,
      outcome: 'success',
    });
    expect(map('service.upgraded', 'api', service)).not.toHaveProperty('kind');
    expect(map('service.rolledback', 'api', service)).toHaveProperty(
      'kind',
      'rollback',
    );
    expect(
      map('service.removed', 'api', { environment: { id: 'production' } }),
    ).toMatchObject({ kind: 'removal', environment: 'production' });
  });

  it('takes a version that is a commit for the commit', () => {
    expect(
      map('service.deployed', 'api', {
        ...service,
        artifactId: `pkg:github/acme/api@${SHA}`,
      }),
    ).toMatchObject({ sha: SHA.toLowerCase() });
  });

  it('keeps instants in UTC', () => {
    expect(
      map('service.deployed', 'api', service, {
        at: '2026-03-02T12:00:00.5+02:00',
      }),
    ).toMatchObject({ finishedAt: '2026-03-02T10:00:00.500Z' });
  });

  it.each([
    ['change.created', { openedAt: AT }],
    ['change.reviewed', { firstReviewAt: AT }],
    ['change.merged', { mergedAt: AT }],
    ['change.updated', {}],
    ['change.abandoned', {}],
  ])('takes what %s says', (kind, times) => {
    const { openedAt, firstReviewAt, mergedAt, ...rest } = map(
      kind,
      SHA,
      { repository: { id: 'acme/api' } },
      { id: '1', source: '/ci' },
    ) as unknown as Record<string, unknown>;
    expect({
      ...(openedAt !== undefined && { openedAt }),
      ...(firstReviewAt !== undefined && { firstReviewAt }),
      ...(mergedAt !== undefined && { mergedAt }),
    }).toEqual(times);
    expect(rest).toMatchObject({
      type: 'change',
      repository: 'https://github.com/acme/api',
      sha: SHA.toLowerCase(),
    });
  });

  it('finds the commit of an artifact by its change', () => {
    const made = createHash('sha256')
      .update('cdevents change pull/7')
      .digest('hex');
    expect(
      map('change.merged', 'pull/7', { repository: { id: 'acme/api' } }),
    ).toMatchObject({ sha: made, number: 7 });
    expect(
      map('artifact.packaged', ARTIFACT, {
        change: { id: 'pull/7', source: 'https://github.com/acme/api.git' },
      }),
    ).toMatchObject({
      type: 'version',
      repository: 'https://github.com/acme/api',
      version: '1.2.3',
      sha: made,
    });
    expect(map('artifact.published', ARTIFACT, {})).toBeUndefined();
  });

  it.each([
    [{ id: 'acme/api' }, 'https://github.com/acme/api'],
    [
      { id: 'api', source: 'https://github.com/acme' },
      'https://github.com/acme/api',
    ],
    [{ id: 'https://github.com/acme/api/' }, 'https://github.com/acme/api'],
    [{ id: 'https://git.example/a/b.git' }, 'https://git.example/a/b.git'],
    [{ id: 'acme/unknown' }, 'acme/unknown'],
  ])('finds repository %j', (repository, expected) => {
    expect(map('change.merged', SHA, { repository })).toHaveProperty(
      'repository',
      expected,
    );
  });

  it('puts the events of an incident under one id, by time', () => {
    const content = {
      environment: { id: 'production' },
      service: { id: 'api' },
      artifactId: ARTIFACT,
      description: 'Orders\n fail',
    };
    const detected = map('incident.detected', 'INC-1', content) as any;
    const reported = map('incident.reported', 'INC-1', {
      ...content,
      ticketURI: 'https://tickets.example/1',
    }) as any;
    const resolved = map('incident.resolved', 'INC-1', content) as any;

    expect(detected).toMatchObject({
      id: 'incident INC-1',
      services: [{ by: 'cdevents', value: 'api' }],
      environment: 'production',
      title: 'Orders fail',
      version: '1.2.3',
      openedAt: AT,
    });
    expect(reported).toMatchObject({
      id: detected.id,
      url: 'https://tickets.example/1',
    });
    expect(resolved).toMatchObject({ id: detected.id, resolvedAt: AT });
    expect(resolved).not.toHaveProperty('openedAt');
    expect(resolved.revision).toBeGreaterThan(detected.revision);
    expect(resolved.revision).toBeGreaterThan(reported.revision);
  });

  it('takes the service of an incident from its artifact', () => {
    expect(
      map('incident.detected', 'INC-1', {
        environment: { id: 'production' },
        artifactId: ARTIFACT,
      }),
    ).toMatchObject({ services: [{ by: 'name', value: 'api' }] });
  });

  it('links to no script', () => {
    expect(
      map('incident.reported', 'INC-1', {
        environment: { id: 'production' },
        ticketURI: 'data:text/html,x',
      }),
    ).not.toHaveProperty('url');
  });

  it('passes on that it is for demonstration', () => {
    expect(
      map('service.deployed', 'api', service, { customData: { demo: true } }),
    ).toHaveProperty('demo', true);
  });
});
