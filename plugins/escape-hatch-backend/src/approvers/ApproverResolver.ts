import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchSettings } from '../settings';
import { Organisation } from './Organisation';

/** Users that refs stand for. */
export interface ExpandedRefs {
  /** By user: the ref among those asked for by which it is there, the first. */
  users: Map<string, string>;
  /** Refs that the catalog has not got, or that are neither user nor group. */
  missing: string[];
  /** Refs that stand for nobody: the missing ones, and groups without members. */
  empty: string[];
}

/** Who may decide a stage now. */
export interface ResolvedStage {
  /** By user: the group or user by which it is there. Empty: nobody may. */
  users: Map<string, string>;
  /** Groups and users that the set is made of; of an empty one, those that were asked for. */
  resolvedFrom: string[];
  /** Whether a fallback took the place of what was configured. */
  fallback: boolean;
}

/**
 * Finds out who may decide. Always from the catalog, as it is now, with the plugin's own credentials: neither what
 * somebody had at sign-in nor what somebody may see counts. Groups are nested to any depth, circles end, and guests
 * are nobody.
 */
export class ApproverResolver {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #settings: Pick<
    EscapeHatchSettings,
    'adminGroup' | 'securityGroup' | 'guests'
  >;
  readonly #shared: Organisation | undefined;

  constructor(
    deps: {
      auth: AuthService;
      catalog: CatalogService;
      settings: Pick<
        EscapeHatchSettings,
        'adminGroup' | 'securityGroup' | 'guests'
      >;
    },
    shared?: Organisation,
  ) {
    this.#auth = deps.auth;
    this.#catalog = deps.catalog;
    this.#settings = deps.settings;
    this.#shared = shared;
  }

  /**
   * A resolver that asks the catalog for each user and group once, for an answer that tells of many requests. Not for
   * decisions: what it has read does not change any more.
   */
  forOneAnswer(): ApproverResolver {
    const deps = {
      auth: this.#auth,
      catalog: this.#catalog,
      settings: this.#settings,
    };
    return new ApproverResolver(deps, new Organisation(deps));
  }

  /** Users of groups, of the groups within them too, and users among the refs; only those that exist. */
  async expand(refs: string[]): Promise<ExpandedRefs> {
    const organisation = this.#organisation();
    const wanted = [...new Set(refs.map(toRef))];
    await organisation.load({
      refs: wanted,
      follow: node => [...node.members, ...node.children],
    });
    const users = new Map<string, string>();
    const empty: string[] = [];
    for (const ref of wanted) {
      const found = this.#usersOf(ref, organisation);
      if (found.length === 0) {
        empty.push(ref);
      }
      for (const user of found) {
        if (!users.has(user)) {
          users.set(user, ref);
        }
      }
    }
    return {
      users,
      missing: wanted.filter(ref => !organisation.get(ref)),
      empty,
    };
  }

  /**
   * A stage as it is now. Where nobody of its approvers is left, the first of its fallbacks that is somebody takes
   * their place, then the admin group, then the security group.
   *
   * @param options.owners - who takes the place of `owner`
   */
  async resolveStage(options: {
    stage: RuleStage;
    owners: string[];
  }): Promise<ResolvedStage> {
    const { stage, owners } = options;
    const named = (refs: string[]) =>
      refs.flatMap(ref => (ref === 'owner' ? owners : [ref])).map(toRef);
    const asked = named(stage.approvers);
    const { users, empty } = await this.expand(asked);
    if (users.size > 0) {
      return {
        users,
        resolvedFrom: asked.filter(ref => !empty.includes(ref)),
        fallback: false,
      };
    }
    const { adminGroup, securityGroup } = this.#settings;
    for (const ref of [...named(stage.fallback), adminGroup, securityGroup]) {
      const instead = await this.expand([ref]);
      if (instead.users.size > 0) {
        return { users: instead.users, resolvedFrom: [ref], fallback: true };
      }
    }
    return { users: new Map(), resolvedFrom: asked, fallback: false };
  }

  /** Whether a user who exists is among the refs or in a group among them, or in a group within one of those. */
  async isMember(options: {
    userRef: string;
    refs: string[];
  }): Promise<boolean> {
    const refs = new Set(options.refs.map(toRef));
    return (await this.#membership(options.userRef)).some(ref => refs.has(ref));
  }

  /** Whether a user who exists is in the admin group. */
  async isAdmin(userRef: string): Promise<boolean> {
    return this.isMember({ userRef, refs: [this.#settings.adminGroup] });
  }

  /** The user's own ref and the groups that the user is in, those above them included. */
  async groupsOf(userRef: string): Promise<string[]> {
    const user = toRef(userRef);
    return [...new Set([user, ...(await this.#membership(user))])];
  }

  /** As `groupsOf`; empty for a user who does not exist and for guests. */
  async #membership(userRef: string): Promise<string[]> {
    const user = toRef(userRef);
    const organisation = this.#organisation();
    await organisation.load({ refs: [user], follow: node => node.parents });
    if (
      organisation.get(user)?.kind !== 'user' ||
      this.#settings.guests.has(user)
    ) {
      return [];
    }
    return walk({
      from: user,
      next: ref => organisation.get(ref)?.parents ?? [],
    }).filter(ref => organisation.get(ref) !== undefined);
  }

  #usersOf(ref: string, organisation: Organisation): string[] {
    return walk({
      from: ref,
      next: reached => {
        const node = organisation.get(reached);
        return node ? [...node.members, ...node.children] : [];
      },
    }).filter(
      reached =>
        organisation.get(reached)?.kind === 'user' &&
        !this.#settings.guests.has(reached),
    );
  }

  #organisation(): Organisation {
    return (
      this.#shared ??
      new Organisation({ auth: this.#auth, catalog: this.#catalog })
    );
  }
}

/** Everything that is reached, the start included; each once, so that circles end. */
function walk(options: {
  from: string;
  next: (ref: string) => string[];
}): string[] {
  const reached = new Set([options.from]);
  for (const ref of reached) {
    options.next(ref).forEach(further => reached.add(further));
  }
  return [...reached];
}

function toRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
