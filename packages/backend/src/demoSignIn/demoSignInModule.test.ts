import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Express } from 'express';
import request from 'supertest';
import { demoSignInModule } from './demoSignInModule';

const catalog = catalogServiceMock.factory({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'platform-lead', namespace: 'default' },
      spec: { memberOf: ['platform-team'] },
      relations: [
        { type: 'memberOf', targetRef: 'group:default/platform-team' },
      ],
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'platform-team', namespace: 'default' },
      spec: { type: 'team', children: [] },
    },
  ],
});

async function startHost(providers: object) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      demoSignInModule,
      catalog,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers },
        },
      }),
    ],
  });
  return server as unknown as Express;
}

describe('demoSignInModule', () => {
  it('answers the session of a user of the catalog', async () => {
    const response = await request(await startHost({ demo: {} }))
      .get('/api/auth/demo/refresh')
      .set('x-demo-user', 'platform-lead');

    expect(response.status).toBe(200);
    expect(response.body.backstageIdentity).toMatchObject({
      token: expect.stringMatching(/^ey/),
      identity: {
        type: 'user',
        userEntityRef: 'user:default/platform-lead',
        ownershipEntityRefs: [
          'user:default/platform-lead',
          'group:default/platform-team',
        ],
      },
    });
  });

  it.each([
    ['without the header', undefined, /header 'x-demo-user'.*got none/],
    ['as nobody the catalog knows', 'nobody', /no user 'user:default\/nobody'/],
    ['as a group', 'platform-team', /no user 'user:default\/platform-team'/],
    ['as a full entity ref', 'user:default/platform-lead', /name of a user/],
    ['under a name of 300 characters', 'a'.repeat(300), /name of a user/],
  ])('refuses to sign in %s', async (_, user, message) => {
    const get = request(await startHost({ demo: {} })).get(
      '/api/auth/demo/refresh',
    );
    const response = await (user ? get.set('x-demo-user', user) : get);

    expect(response.status).toBe(401);
    expect(response.body.error.message).toMatch(message);
  });

  it('signs nobody in where it is not configured', async () => {
    const response = await request(await startHost({}))
      .get('/api/auth/demo/refresh')
      .set('x-demo-user', 'platform-lead');

    expect(response.status).toBe(404);
  });
});
