import type { Entity } from '@backstage/catalog-model';

/** An entity of the default namespace, as the catalog gives it. */
export function catalogEntity(
  kind: 'Component' | 'System' | 'Domain' | 'Group' | 'User',
  name: string,
  relations: Record<string, string[]> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': `url:https://github.com/acme/${name}/`,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}
