import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { PusherPolicy } from './PusherPolicy';
import { toPushTarget } from './PushTarget';

const REF = 'component:default/api-service';
const OTHER = 'component:default/other';

const entityAt = (location: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'any',
    annotations: { 'backstage.io/source-location': location },
  },
});

describe('PusherPolicy', () => {
  const policy = PusherPolicy.fromConfig(
    new ConfigReader({
      integrations: { github: [{ host: 'github.com' }] },
      dora: {
        pushers: [
          { subject: 'external:agent', entities: ['*'] },
          { subject: 'external:team', entities: [REF] },
        ],
      },
    }),
    { key: 'dora', pushed: 'events' },
  );
  const target = (entityRef: string, name: string) => ({
    entityRef,
    sourceUrl: `https://github.com/acme/${name}/`,
  });
  const service = (subject: string) => ({ type: 'service' as const, subject });

  it.each([
    ['external:agent', OTHER, 'other', true],
    ['external:team', REF, 'api-service', true],
    ['external:team', OTHER, 'other', false],
    ['external:nobody', REF, 'api-service', false],
    // CI of the repository at github.com/acme/api-service
    ['repo:acme/api-service:ref:refs/heads/main', REF, 'api-service', true],
    [
      'external:repo:acme/api-service:environment:prod',
      REF,
      'api-service',
      true,
    ],
    ['repo:acme/api:ref:refs/heads/main', REF, 'api-service', false],
    ['repo:evil/api-service:ref:refs/heads/main', REF, 'api-service', false],
    // a project of that name on GitLab is another one
    ['project_path:acme/api-service:ref:x', REF, 'api-service', false],
    ['repo:acme:ref:x', REF, 'api-service', false],
    ['repo::', REF, 'api-service', false],
  ])('%s for %s of %s: %p', (subject, entityRef, name, expected) => {
    expect(policy.mayPush(service(subject), target(entityRef, name))).toBe(
      expected,
    );
  });

  it('refuses a whole push for one entity, naming subject and entity', () => {
    expect(() =>
      policy.assertMayPush(service('repo:acme/api-service:ref:x'), [
        target(REF, 'api-service'),
        target(OTHER, 'other'),
      ]),
    ).toThrow(
      `Subject 'repo:acme/api-service:ref:x' may not push events for '${OTHER}'; expected CI of its repository or an entry in dora.pushers`,
    );
  });

  it('tells who may push for what the catalog does not know', () => {
    expect(policy.mayPushAll(service('external:agent'))).toBe(true);
    expect(policy.mayPushAll(service('external:team'))).toBe(false);
    expect(policy.mayPushAll(service('repo:acme/api-service:x'))).toBe(false);
  });

  it.each(['garbage', 'url:garbage', 'file:/srv/acme/api-service/'])(
    'lets no repository speak for an entity with its sources at %s',
    location => {
      expect(
        policy.mayPush(
          service('repo:acme/api-service:ref:x'),
          toPushTarget(REF, entityAt(location)),
        ),
      ).toBe(false);
    },
  );

  it("takes an entity's source location for its repository", () => {
    const { sourceUrl } = target(REF, 'api-service');
    expect(toPushTarget(REF, entityAt(`url:${sourceUrl}`))).toEqual({
      entityRef: REF,
      sourceUrl,
    });
    expect(toPushTarget(REF, undefined)).toEqual({ entityRef: REF });
  });

  it.each(['slo', 'goldenPath'] as const)(
    'reads %s.pushers, and refuses an entity ref that is not full',
    key => {
      expect(() =>
        PusherPolicy.fromConfig(
          new ConfigReader({
            [key]: { pushers: [{ subject: 'a', entities: ['api-service'] }] },
          }),
          { key, pushed: 'samples' },
        ),
      ).toThrow(`${key}.pushers: expected '*' or a full entity ref`);
    },
  );
});
