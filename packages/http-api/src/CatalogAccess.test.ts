import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogAccess } from './CatalogAccess';

const REF = 'component:default/api-service';

describe('CatalogAccess', () => {
  it.each([
    ['a user as that user', mockCredentials.user(), mockCredentials.user()],
    [
      'a service, whose token may be restricted, as the plugin',
      mockCredentials.service('external:ci'),
      mockCredentials.service('plugin:slo'),
    ],
  ])('asks the catalog for %s', async (_, credentials, asked) => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () => undefined,
      getEntitiesByRefs: async () => ({ items: [undefined] }),
    });
    const access = new CatalogAccess({
      auth: mockServices.auth({ pluginId: 'slo' }),
      catalog,
      permissions: mockServices.permissions(),
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
});
