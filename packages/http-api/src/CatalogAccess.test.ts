import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { CatalogAccess } from './CatalogAccess';

const REF = 'component:default/api-service';
const readPermission = createPermission({
  name: 'dora.metrics.read',
  attributes: { action: 'read' },
});

describe('CatalogAccess', () => {
  it.each([
    ['a user as that user', mockCredentials.user(), mockCredentials.user()],
    [
      'a service, whose token may be restricted, as the plugin',
      mockCredentials.service('external:ci'),
      mockCredentials.service('plugin:dora'),
    ],
  ])('asks the catalog for %s', async (_, credentials, asked) => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => undefined,
      getEntitiesByRefs: async () => ({ items: [undefined] }),
    });
    const access = new CatalogAccess({
      auth: mockServices.auth({ pluginId: 'dora' }),
      catalog,
      permissions: mockServices.permissions(),
      readPermission,
    });

    await access.entity(REF, credentials);
    await access.readable([REF], credentials);

    expect(catalog.getEntityByRef).toHaveBeenCalledWith(REF, {
      credentials: asked,
    });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledWith(expect.anything(), {
      credentials: asked,
    });
  });

  it('names the permission that is missing', async () => {
    const access = new CatalogAccess({
      auth: mockServices.auth(),
      catalog: catalogServiceMock(),
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
      readPermission,
    });

    await expect(access.assertMayRead(mockCredentials.user())).rejects.toThrow(
      "Missing permission 'dora.metrics.read'",
    );
  });
});
