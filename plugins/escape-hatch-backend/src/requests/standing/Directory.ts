import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import type {
  ApproverResolver,
  ResolvedStage,
} from '../../approvers/ApproverResolver';
import type { EntityReader, HatchEntity } from '../../entities/EntityReader';
import type { HatchRecord } from '../HatchRecord';

/** What is asked of the catalog about people. */
export type ApproverLookup = Pick<
  ApproverResolver,
  'resolveStage' | 'isMember' | 'isAdmin'
>;

/**
 * The catalog as one decision, or one answer, sees it: read when it is asked, each thing once. For the next one there
 * is a new directory.
 */
export class Directory {
  readonly #entities: Pick<EntityReader, 'read' | 'readMany'>;
  readonly #approvers: ApproverLookup;
  readonly #read = new Map<string, Promise<unknown>>();

  constructor(options: {
    entities: Pick<EntityReader, 'read' | 'readMany'>;
    approvers: ApproverLookup;
  }) {
    this.#entities = options.entities;
    this.#approvers = options.approvers;
  }

  /** Reads the entities of many requests at once. */
  async prepare(entityRefs: string[]): Promise<void> {
    const refs = [...new Set(entityRefs)].filter(
      ref => !this.#read.has(`entity ${ref}`),
    );
    const found = await this.#entities.readMany(refs);
    refs.forEach((ref, index) =>
      this.#read.set(`entity ${ref}`, Promise.resolve(found[index])),
    );
  }

  /** Undefined for what the catalog has not got. */
  entity(entityRef: string): Promise<HatchEntity | undefined> {
    return this.#once(`entity ${entityRef}`, () =>
      this.#entities.read(entityRef),
    );
  }

  /**
   * Who owns the request's entity now. Where it is gone, or another one has its name, those whom the request is bound
   * to: the owners of a namesake have no say.
   */
  async ownersOf(
    record: Pick<HatchRecord, 'entityRef' | 'entityUid' | 'owners'>,
  ): Promise<string[]> {
    const entity = await this.entity(record.entityRef);
    return entity?.uid === record.entityUid ? entity.owners : record.owners;
  }

  /** Whether a user is among the refs, or in a group among them. */
  isMember(userRef: string, refs: string[]): Promise<boolean> {
    return this.#once(`member ${userRef} ${refs}`, () =>
      this.#approvers.isMember({ userRef, refs }),
    );
  }

  isAdmin(userRef: string): Promise<boolean> {
    return this.#once(`admin ${userRef}`, () =>
      this.#approvers.isAdmin(userRef),
    );
  }

  /** Who may decide a stage now. */
  resolve(stage: RuleStage, owners: string[]): Promise<ResolvedStage> {
    return this.#once(`stage ${JSON.stringify([stage, owners])}`, () =>
      this.#approvers.resolveStage({ stage, owners }),
    );
  }

  #once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#read.get(key) as Promise<T> | undefined;
    const answer = known ?? read();
    this.#read.set(key, answer);
    return answer;
  }
}
