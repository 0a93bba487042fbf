import type { Entity } from '@backstage/catalog-model';

export const mlTeam: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'ml-team', namespace: 'default' },
  spec: {
    type: 'team',
    profile: { displayName: 'Machine learning team' },
    children: [],
  },
};

export const publishingApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'publishing-api', namespace: 'default' },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'publishing-team',
  },
};

export const specialMlWorkload: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'special-ml-workload', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'ml-team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/ml-team' }],
};
