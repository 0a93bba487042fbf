import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setImmediate } from 'node:timers/promises';

/** Refs of one request to the catalog. */
const BATCH = 100;

/** A user or group, with full, lower-case refs of its neighbours. */
export interface OrganisationNode {
  kind: 'user' | 'group';
  members: string[];
  children: string[];
  /** Groups that it is in. */
  parents: string[];
}

/**
 * Users and groups as the catalog has them now, read by the plugin itself: a user may not see a group. Every node is
 * read once, so an instance is for one question only.
 */
export class Organisation {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #nodes = new Map<string, OrganisationNode | undefined>();
  readonly #answers = new Map<string, Promise<void>>();
  /** Of the next question to the catalog. */
  #asked: string[] = [];
  #answer: Promise<void> | undefined;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** Undefined for what the catalog has not got, and for what is no user or group. */
  get(ref: string): OrganisationNode | undefined {
    return this.#nodes.get(ref);
  }

  /** Reads nodes and all that is reached from them, in circles or not. */
  async load(options: {
    refs: string[];
    follow: (node: OrganisationNode) => string[];
  }): Promise<void> {
    const visited = new Set<string>();
    let level = options.refs;
    while (level.length > 0) {
      const refs = [...new Set(level)].filter(ref => !visited.has(ref));
      refs.forEach(ref => visited.add(ref));
      await this.#read(refs.filter(ref => !this.#nodes.has(ref)));
      level = refs.flatMap(ref => {
        const node = this.#nodes.get(ref);
        return node ? options.follow(node) : [];
      });
    }
  }

  /** Those who ask at once, each for another level of other groups, share one question to the catalog. */
  async #read(refs: string[]): Promise<void> {
    const answers = refs.map(ref => {
      const answer =
        this.#answers.get(ref) ??
        (this.#answer ??= setImmediate().then(() => this.#ask()));
      if (!this.#answers.has(ref)) {
        this.#answers.set(ref, answer);
        this.#asked.push(ref);
      }
      return answer;
    });
    await Promise.all(answers);
  }

  async #ask(): Promise<void> {
    const refs = this.#asked;
    this.#asked = [];
    this.#answer = undefined;
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (let start = 0; start < refs.length; start += BATCH) {
      const entityRefs = refs.slice(start, start + BATCH);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata', 'relations'] },
        { credentials },
      );
      entityRefs.forEach((ref, index) => {
        this.#nodes.set(ref, toNode(items[index]));
      });
    }
  }
}

function toNode(entity: Entity | undefined): OrganisationNode | undefined {
  const kind = entity?.kind.toLocaleLowerCase('en-US');
  if (!entity || (kind !== 'user' && kind !== 'group')) {
    return undefined;
  }
  const related = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef.toLocaleLowerCase('en-US'));
  return {
    kind,
    members: related(RELATION_HAS_MEMBER),
    children: related(RELATION_PARENT_OF),
    parents: [...related(RELATION_MEMBER_OF), ...related(RELATION_CHILD_OF)],
  };
}
