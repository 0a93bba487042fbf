import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** Names of the default namespace; a name with `:` is a full ref. */
interface Organisation {
  /** By name: members and groups within. */
  groups?: Record<string, { members?: string[]; children?: string[] }>;
  /** Users that exist. */
  users?: string[];
  /** By name: the owners; the uid is the name's unless it is given. */
  components?: Record<string, { owners?: string[]; uid?: string }>;
}

/** A catalog in memory whose content changes as the test goes on. */
export class TestCatalog {
  readonly service: CatalogService;
  #current: CatalogService = catalogServiceMock();

  constructor(organisation: Organisation = {}) {
    this.set(organisation);
    this.service = new Proxy({} as CatalogService, {
      get: (_, name) => Reflect.get(this.#current, name)?.bind(this.#current),
    });
  }

  /** Replaces everything. */
  set(organisation: Organisation): void {
    this.#current = catalogServiceMock({ entities: toEntities(organisation) });
  }
}

function toEntities(organisation: Organisation): Entity[] {
  const { groups = {}, users = [], components = {} } = organisation;
  const inGroup = (list: 'members' | 'children', ref: string) =>
    Object.entries(groups).flatMap(([group, has]) =>
      has[list]?.some(name => toRef(LISTED[list], name) === ref)
        ? [toRef('group', group)]
        : [],
    );
  return [
    ...Object.entries(groups).map(([name, { members = [], children = [] }]) =>
      entity('Group', name, {
        hasMember: members.map(member => toRef('user', member)),
        parentOf: children.map(child => toRef('group', child)),
        childOf: inGroup('children', toRef('group', name)),
      }),
    ),
    ...users.map(name =>
      entity('User', name, {
        memberOf: inGroup('members', toRef('user', name)),
      }),
    ),
    ...Object.entries(components).map(([name, { owners = [], uid }]) =>
      entity(
        'Component',
        name,
        { ownedBy: owners.map(owner => toRef('group', owner)) },
        uid,
      ),
    ),
  ];
}

const LISTED = { members: 'user', children: 'group' };

function toRef(kind: string, name: string): string {
  return name.includes(':') ? name : `${kind}:default/${name}`;
}

function entity(
  kind: string,
  name: string,
  relations: Record<string, string[]>,
  uid = `uid-of-${name}`,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid },
    spec: {},
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}
