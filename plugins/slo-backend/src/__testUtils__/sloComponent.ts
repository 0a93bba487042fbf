import type { Entity } from '@backstage/catalog-model';

/** A component of `group:default/team` with its sources at `github.com/acme/<name>`. */
export function sloComponent(
  name: string,
  annotations: Record<string, string> = {
    'golden-path.io/slo': 'slos/*.yaml',
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': `url:https://github.com/acme/${name}/`,
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team' },
      { type: 'partOf', targetRef: 'system:default/orders' },
    ],
  };
}
