import type { Entity } from '@backstage/catalog-model';
import { catalogEntity } from '../support/catalogEntity';
import { range } from '../support/range';

export const SERVICES = 1_000;
export const TEAMS = 50;
const UNITS = 5;

/** Of CI, gates and policy agents. */
export const TOKEN = 'benchmark-token-benchmark';

/** Both in the admin group, which approves what is of low and medium risk. */
export const ADMINS = ['platform-lead', 'platform-engineer'];

export function serviceRef(index: number): string {
  return `component:default/service-${index}`;
}

export function teamOf(service: number): number {
  return service % TEAMS;
}

export function teamRef(index: number): string {
  return `group:default/team-${index}`;
}

export function memberRef(team: number): string {
  return `user:default/member-${team}`;
}

/** The catalog: services, the teams that own them in units of one department, and people. */
export function catalogEntities(): Entity[] {
  return [
    group('engineering', { type: 'department' }),
    group('platform-team', { type: 'team', parent: 'engineering' }),
    group('security-team', { type: 'team', parent: 'engineering' }),
    ...range(UNITS).map(index =>
      group(`unit-${index}`, { type: 'unit', parent: 'engineering' }),
    ),
    ...range(TEAMS).map(index =>
      group(`team-${index}`, { type: 'team', parent: `unit-${index % UNITS}` }),
    ),
    ...ADMINS.map(name => user(name, ['platform-team'])),
    user('security-reviewer', ['security-team']),
    user('outsider', []),
    ...range(TEAMS).flatMap(index => [
      user(`member-${index}`, [`team-${index}`]),
      user(`lead-${index}`, [`team-${index}`]),
    ]),
    ...range(SERVICES).map(index =>
      catalogEntity({
        kind: 'Component',
        name: `service-${index}`,
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: `team-${teamOf(index)}`,
        },
      }),
    ),
  ];
}

function user(name: string, memberOf: string[]): Entity {
  return catalogEntity({ kind: 'User', name, spec: { memberOf } });
}

function group(name: string, spec: { type: string; parent?: string }): Entity {
  return catalogEntity({
    kind: 'Group',
    name,
    spec: { ...spec, children: [] },
  });
}
