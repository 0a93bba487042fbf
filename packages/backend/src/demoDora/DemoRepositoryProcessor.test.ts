import { Entity } from '@backstage/catalog-model';
import { DemoRepositoryProcessor } from './DemoRepositoryProcessor';

const processor = new DemoRepositoryProcessor({
  repositories: '/srv/demo state/repositories',
  services: ['support'],
});

const component = (metadata: Partial<Entity['metadata']> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'support', ...metadata },
});
const file = { type: 'file', target: '/srv/examples/support/info.yaml' };

describe('DemoRepositoryProcessor', () => {
  it('names the repository', async () => {
    const entity = await processor.preProcessEntity(
      component({ annotations: { other: 'stays' } }),
      file,
    );
    expect(entity.metadata.annotations).toEqual({
      other: 'stays',
      'golden-path.io/dora-repository':
        'file:///srv/demo%20state/repositories/support.git',
    });
  });

  it('leaves one that is named', async () => {
    const annotations = {
      'golden-path.io/dora-repository': 'https://example.com/acme/support',
    };
    const entity = component({ annotations });
    expect(await processor.preProcessEntity(entity, file)).toEqual(entity);
  });

  it.each<[string, Entity, { type: string; target: string }]>([
    ['another service', component({ name: 'payment-gateway' }), file],
    ['another namespace', component({ namespace: 'team-a' }), file],
    ['another kind', { ...component(), kind: 'System' }, file],
    [
      'what comes from elsewhere',
      component(),
      { type: 'url', target: 'https://example.com/acme/support' },
    ],
  ])('leaves %s', async (_, entity, location) => {
    expect(await processor.preProcessEntity(entity, location)).toBe(entity);
  });
});
