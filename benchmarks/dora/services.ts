import type { Entity } from '@backstage/catalog-model';
import { catalogEntity } from '../support/catalogEntity';
import { range } from '../support/range';

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
    catalogEntity({ kind: 'User', name: USER, spec: { memberOf: ['team-0'] } }),
    group('engineering', { type: 'department' }),
    ...range(UNITS).map(index =>
      group(`unit-${index}`, { type: 'unit', parent: 'engineering' }),
    ),
    ...range(TEAMS).map(index =>
      group(`team-${index}`, { type: 'team', parent: `unit-${index % UNITS}` }),
    ),
    ...range(SERVICES).map(index => component(`service-${index}`, index)),
    ...range(INGESTED).map(index => component(ingestedName(index), index)),
  ];
}

function group(name: string, spec: { type: string; parent?: string }): Entity {
  return catalogEntity({
    kind: 'Group',
    name,
    spec: { ...spec, children: [] },
  });
}

function component(name: string, index: number): Entity {
  return catalogEntity({
    kind: 'Component',
    name,
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `team-${index % TEAMS}`,
    },
  });
}
