import { mockServices } from '@backstage/backend-test-utils';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { EntityReader } from './EntityReader';

const catalog = new TestCatalog({
  groups: { ml: {} },
  components: {
    'special-ml-workload': { owners: ['Ml', 'user:default/ann'], uid: 'u1' },
    shop: {},
  },
});
const entities = new EntityReader({
  auth: mockServices.auth(),
  catalog: catalog.service,
});

describe('EntityReader', () => {
  it('reads what a request is bound to, whatever the case of the ref', async () => {
    await expect(
      entities.read('Component:default/Special-ML-Workload'),
    ).resolves.toEqual({
      entityRef: 'component:default/special-ml-workload',
      uid: 'u1',
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
      'u1',
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
