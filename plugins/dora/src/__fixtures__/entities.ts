import type { Entity } from '@backstage/catalog-model';

export const publishingTeam: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'publishing-team', namespace: 'default' },
  spec: {
    type: 'team',
    profile: { displayName: 'Publishing team' },
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
    system: 'publishing',
  },
};

export const publishing: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'publishing', namespace: 'default' },
  spec: { owner: 'publishing-team' },
};

export const entities = [publishingTeam, publishing];
