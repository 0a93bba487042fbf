import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  type BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionBackend from '@backstage/plugin-permission-backend';
import doraPlugin from '@golden-path/backstage-plugin-dora-backend';
import request from 'supertest';
import permissionPolicyModule from '.';

jest.setTimeout(60_000);

const groups: Record<string, string[]> = {
  'user:default/platform-lead': ['group:default/platform-team'],
  'user:default/publishing-engineer': ['group:default/publishing-team'],
  'user:default/ml-engineer': ['group:default/ml-team'],
  'user:default/outsider': [],
};

function entity(kind: string, name: string, owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production' },
    relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
  };
}

/** Conditions are applied for a plugin on behalf of a user only, of which the mock's tokens say nothing. */
const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const pluginId = plugin.getId();
    const auth = mockServices.auth({ pluginId });
    const issue = auth.getPluginRequestToken.bind(auth);
    return Object.assign(auth, {
      getPluginRequestToken: async (
        options: Parameters<typeof issue>[0],
      ): ReturnType<typeof issue> =>
        auth.isPrincipal(options.onBehalfOf, 'user')
          ? {
              token: mockCredentials.user.token(
                options.onBehalfOf.principal.userEntityRef,
                { actor: { subject: `plugin:${pluginId}` } },
              ),
            }
          : issue(options),
    });
  },
});

describe('speaking for scopes', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        doraPlugin,
        authServiceFactory,
        permissionBackend,
        permissionPolicyModule,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        mockServices.userInfo.mock({
          getUserInfo: async credentials => {
            const { userEntityRef } =
              credentials.principal as BackstageUserPrincipal;
            return {
              userEntityRef,
              ownershipEntityRefs: [userEntityRef, ...groups[userEntityRef]],
            };
          },
        }).factory,
        catalogServiceMock.factory({
          entities: [
            entity('Group', 'publishing-team'),
            entity('Group', 'ml-team'),
            entity(
              'Component',
              'publishing-api',
              'group:default/publishing-team',
            ),
          ],
        }),
      ],
    });
  });
  afterAll(() => backend.stop());

  const review = async (user: string, scope: string) => {
    const { status } = await request(backend.server)
      .post('/api/dora/v1/reviews')
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      // Far back, so that a review by somebody else does not stand in the way.
      .send({ scope, month: nextMonth(), notes: 'A review.', actions: [] });
    return status;
  };

  let month = 0;
  function nextMonth(): string {
    month++;
    return `${2000 + Math.floor(month / 12)}-${String(
      (month % 12) + 1,
    ).padStart(2, '0')}`;
  }

  it.each`
    user                     | scope                                 | status
    ${'publishing-engineer'} | ${'group:default/publishing-team'}    | ${201}
    ${'publishing-engineer'} | ${'component:default/publishing-api'} | ${201}
    ${'publishing-engineer'} | ${'group:default/ml-team'}            | ${403}
    ${'publishing-engineer'} | ${'all'}                              | ${403}
    ${'ml-engineer'}         | ${'component:default/publishing-api'} | ${403}
    ${'outsider'}            | ${'group:default/publishing-team'}    | ${403}
    ${'platform-lead'}       | ${'group:default/publishing-team'}    | ${201}
    ${'platform-lead'}       | ${'all'}                              | ${201}
  `('$user reviews $scope: $status', async ({ user, scope, status }) => {
    expect(await review(user, scope)).toBe(status);
  });
});
