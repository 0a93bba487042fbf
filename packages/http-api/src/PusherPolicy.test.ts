import { ConfigReader } from '@backstage/config';
import { sloComponent } from '../__testUtils__/sloComponent';
import { PusherPolicy } from './PusherPolicy';

const REF = 'component:default/api-service';

describe('PusherPolicy', () => {
  const policy = PusherPolicy.fromConfig(
    new ConfigReader({
      integrations: { github: [{ host: 'github.com' }] },
      slo: {
        pushers: [
          { subject: 'external:agent', entities: ['*'] },
          { subject: 'external:team', entities: [REF] },
        ],
      },
    }),
  );
  const mayPush = (subject: string, entityRef: string, name: string) => {
    try {
      policy.assertMayPush(
        { type: 'service', subject },
        entityRef,
        sloComponent(name),
      );
      return true;
    } catch (error) {
      expect(String(error)).toContain(`'${subject}'`);
      expect(String(error)).toContain(`'${entityRef}'`);
      return false;
    }
  };

  it.each([
    ['external:agent', 'component:default/other', 'other', true],
    ['external:team', REF, 'api-service', true],
    ['external:team', 'component:default/other', 'other', false],
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
    expect(mayPush(subject, entityRef, name)).toBe(expected);
  });

  it.each(['garbage', 'url:garbage', 'file:/srv/api-service/'])(
    'lets no repository speak for an entity with its sources at %s',
    location => {
      const entity = sloComponent('api-service', {
        'backstage.io/source-location': location,
      });
      expect(() =>
        policy.assertMayPush(
          { type: 'service', subject: 'repo:acme/api-service:ref:x' },
          REF,
          entity,
        ),
      ).toThrow('may not push');
    },
  );

  it('refuses an entity ref that is not full', () => {
    expect(() =>
      PusherPolicy.fromConfig(
        new ConfigReader({
          slo: { pushers: [{ subject: 'a', entities: ['api-service'] }] },
        }),
      ),
    ).toThrow("got 'api-service'");
  });
});
