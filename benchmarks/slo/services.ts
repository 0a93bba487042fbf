import type { Entity } from '@backstage/catalog-model';
import { SLO_ANNOTATION } from '@golden-path/backstage-plugin-slo-common';

/** Components of the catalog; each has two SLOs. */
export const SERVICES = 500;

export const USER = 'benchmark';
const TEAMS = 20;

export function serviceNames(): string[] {
  return Array.from(
    { length: SERVICES },
    (_, index) => `service-${String(index).padStart(3, '0')}`,
  );
}

/** The catalog: the services, the teams that own them, and the user who looks at them. */
export function catalogEntities(): Entity[] {
  return [
    entity('User', USER, { memberOf: [teamOf(0)] }),
    ...Array.from({ length: TEAMS }, (_, index) =>
      entity('Group', teamOf(index), { type: 'team', children: [] }),
    ),
    ...serviceNames().map((name, index) =>
      entity(
        'Component',
        name,
        { type: 'service', lifecycle: 'production', owner: teamOf(index) },
        {
          'backstage.io/source-location': `url:https://github.com/acme/${name}/`,
          [SLO_ANNOTATION]: 'slos/*.yaml',
        },
      ),
    ),
  ];
}

function teamOf(index: number): string {
  return `team-${index % TEAMS}`;
}

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  annotations: Record<string, string> = {},
): Entity {
  const location = `url:https://github.com/acme/${name}/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...annotations,
      },
    },
    spec,
  };
}
