import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityReader } from './EntityReader';

function catalogEntity(
  name: string,
  owners: string[] = [],
  kind = 'Component',
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `uid-of-${name}` },
    relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  } satisfies Entity;
}

const entities = new EntityReader({
  auth: mockServices.auth(),
  catalog: catalogServiceMock({
    entities: [
      catalogEntity('special-ml-workload', [
        'group:default/Ml',
        'user:default/ann',
        'group:default/ml',
      ]),
      catalogEntity('shop'),
      catalogEntity('ml', [], 'Group'),
    ],
  }),
});

describe('EntityReader', () => {
  it('reads what a request is bound to, whatever the case of the ref', async () => {
    await expect(
      entities.read('Component:default/Special-ML-Workload'),
    ).resolves.toEqual({
      entityRef: 'component:default/special-ml-workload',
      uid: 'uid-of-special-ml-workload',
      owners: ['group:default/ml', 'user:default/ann'],
      title: undefined,
    });
  });

  it('reads many in their order, with gaps', async () => {
    const found = await entities.readMany([
      'component:default/shop',
      'component:default/gone',
      'component:default/special-ml-workload',
    ]);
    expect(found.map(entity => entity?.uid)).toEqual([
      'uid-of-shop',
      undefined,
      'uid-of-special-ml-workload',
    ]);
  });

  it('reads more than one request to the catalog carries', async () => {
    const found = await entities.readMany([
      ...Array.from({ length: 150 }, (_, n) => `component:default/gone-${n}`),
      'component:default/shop',
    ]);
    expect(found).toHaveLength(151);
    expect(found[150]?.uid).toBe('uid-of-shop');
  });

  it('counts components only', async () => {
    await expect(entities.count()).resolves.toBe(2);
  });
});
