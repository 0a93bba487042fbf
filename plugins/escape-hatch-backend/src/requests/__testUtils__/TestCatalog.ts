import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** A group of the test's organisation, by names. */
interface TestGroup {
  members?: string[];
  children?: string[];
}

/** What the test's catalog knows. */
export interface TestOrganisation {
  users: string[];
  groups: Record<string, TestGroup>;
  /** By name: the group that owns it, and its uid. */
  components: Record<string, { owner: string; uid: string }>;
}

/** The demo's people, and two services. */
export function demoOrganisation(): TestOrganisation {
  return {
    users: [
      'platform-lead',
      'platform-engineer',
      'security-reviewer',
      'security-lead',
      'ml-lead',
      'ml-engineer',
      'ml-intern',
      'publishing-lead',
      'outsider',
    ],
    groups: {
      engineering: { children: ['platform-team', 'ml-team'] },
      'platform-team': { members: ['platform-lead', 'platform-engineer'] },
      'security-team': { members: ['security-reviewer', 'security-lead'] },
      'ml-team': {
        members: ['ml-lead', 'ml-engineer'],
        children: ['ml-interns'],
      },
      'ml-interns': { members: ['ml-intern'] },
      'publishing-team': { members: ['publishing-lead'] },
    },
    components: {
      'special-ml-workload': { owner: 'ml-team', uid: 'uid-ml' },
      'publishing-api': { owner: 'publishing-team', uid: 'uid-publishing' },
    },
  };
}

/** A catalog that a test changes as it goes; what changes is seen by the next question. */
export class TestCatalog {
  organisation: TestOrganisation = demoOrganisation();
  /** Refs that the catalog shows to services only. */
  readonly hidden = new Set<string>();

  /** The part that the plugin asks. */
  get service(): CatalogService {
    const answer: Pick<CatalogService, 'getEntitiesByRefs' | 'queryEntities'> =
      {
        getEntitiesByRefs: async ({ entityRefs }, { credentials }) => {
          const { type } = credentials.principal as { type: string };
          return {
            items: entityRefs.map(ref =>
              type === 'user' && this.hidden.has(ref)
                ? undefined
                : this.#find(ref),
            ),
          };
        },
        // Asked only for how many components there are.
        queryEntities: async () => ({
          items: [],
          totalItems: Object.keys(this.organisation.components).length,
          pageInfo: {},
        }),
      };
    return answer as CatalogService;
  }

  #find(ref: string): Entity | undefined {
    const { kind, name } = parseEntityRef(ref);
    const { users, groups, components } = this.organisation;
    switch (kind) {
      case 'user':
        return users.includes(name)
          ? entity('User', name, {
              memberOf: this.#groupsWith('members', name),
            })
          : undefined;
      case 'group':
        return groups[name]
          ? entity('Group', name, {
              hasMember: groups[name].members?.map(user => `user:${user}`),
              parentOf: groups[name].children?.map(child => `group:${child}`),
              childOf: this.#groupsWith('children', name),
            })
          : undefined;
      default:
        return components[name]
          ? entity(
              'Component',
              name,
              { ownedBy: [`group:${components[name].owner}`] },
              components[name].uid,
            )
          : undefined;
    }
  }

  #groupsWith(list: 'members' | 'children', name: string): string[] {
    return Object.entries(this.organisation.groups)
      .filter(([, group]) => group[list]?.includes(name))
      .map(([group]) => `group:${group}`);
  }
}

function entity(
  kind: string,
  name: string,
  related: Record<string, string[] | undefined>,
  uid = `uid-${name}`,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid },
    relations: Object.entries(related).flatMap(([type, targets = []]) =>
      targets.map(target => ({
        type,
        targetRef: target.replace(':', ':default/'),
      })),
    ),
  };
}
