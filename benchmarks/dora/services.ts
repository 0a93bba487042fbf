import type { Entity } from '@backstage/catalog-model';

/** Services whose facts are filled in. */
export const SERVICES = 1_000;

/** Services whose events go through the recorder. */
export const INGESTED = 50;

export const TEAMS = 50;
const UNITS = 5;

export const USER = 'benchmark';

export function serviceRef(index: number): string {
  return `component:default/service-${index}`;
}

export function ingestedName(index: number): string {
  return `ingested-${index}`;
}

export function teamRef(index: number): string {
  return `group:default/team-${index}`;
}

/** The catalog: services, the teams that own them, units of teams, and the user who looks at them. */
export function catalogEntities(): Entity[] {
  return [
    entity('User', USER, { memberOf: ['team-0'] }),
    entity('Group', 'engineering', { type: 'department', children: [] }),
    ...range(UNITS).map(index =>
      entity('Group', `unit-${index}`, {
        type: 'unit',
        parent: 'engineering',
        children: [],
      }),
    ),
    ...range(TEAMS).map(index =>
      entity('Group', `team-${index}`, {
        type: 'team',
        parent: `unit-${index % UNITS}`,
        children: [],
      }),
    ),
    ...range(SERVICES).map(index => component(`service-${index}`, index)),
    ...range(INGESTED).map(index => component(ingestedName(index), index)),
  ];
}

export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function component(name: string, index: number): Entity {
  return entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner: `team-${index % TEAMS}`,
  });
}

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  const location = `url:https://github.com/acme/${name}/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        'backstage.io/source-location': `url:https://github.com/acme/${name}/`,
      },
    },
    spec,
  };
}
