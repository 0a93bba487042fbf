import type { Entity } from '@backstage/catalog-model';
import { SLO_ANNOTATION } from '@golden-path/backstage-plugin-slo-common';
import { catalogEntity } from '../support/catalogEntity';
import { range } from '../support/range';

/** Components of the catalog; each has two SLOs. */
export const SERVICES = 500;

export const USER = 'benchmark';
const TEAMS = 20;

export function serviceNames(): string[] {
  return range(SERVICES).map(
    index => `service-${String(index).padStart(3, '0')}`,
  );
}

/** The catalog: the services, the teams that own them, and the user who looks at them. */
export function catalogEntities(): Entity[] {
  return [
    catalogEntity({
      kind: 'User',
      name: USER,
      spec: { memberOf: [teamOf(0)] },
    }),
    ...range(TEAMS).map(index =>
      catalogEntity({
        kind: 'Group',
        name: teamOf(index),
        spec: { type: 'team', children: [] },
      }),
    ),
    ...serviceNames().map((name, index) =>
      catalogEntity({
        kind: 'Component',
        name,
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: teamOf(index),
        },
        annotations: { [SLO_ANNOTATION]: 'slos/*.yaml' },
      }),
    ),
  ];
}

function teamOf(index: number): string {
  return `team-${index % TEAMS}`;
}
