import type { Entity } from '@backstage/catalog-model';

/** An entity that comes from the repository of its name. */
export function catalogEntity(options: {
  kind: 'Component' | 'Group' | 'User';
  name: string;
  spec: Entity['spec'];
  annotations?: Record<string, string>;
}): Entity {
  const { kind, name, spec, annotations } = options;
  const repository = `url:https://github.com/acme/${name}/`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `${repository}catalog-info.yaml`,
        'backstage.io/managed-by-origin-location': `${repository}catalog-info.yaml`,
        'backstage.io/source-location': repository,
        ...annotations,
      },
    },
    spec,
  };
}
