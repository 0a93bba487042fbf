import type { EntityReader } from '../entities/EntityReader';

/** How long an answer of the catalog is taken for true: a gate asks for several rules and environments in a row. */
const KEPT_MS = 30_000;
const KEPT = 1_000;

/** Which entity a ref is now, so that one that was made anew does not inherit. */
export class EntityIdentities {
  readonly #entities: Pick<EntityReader, 'read'>;
  readonly #known = new Map<string, { uid?: string; until: number }>();

  constructor(options: { entities: Pick<EntityReader, 'read'> }) {
    this.#entities = options.entities;
  }

  /** The uid; undefined for what the catalog has not got. */
  async uidOf(entityRef: string): Promise<string | undefined> {
    const known = this.#known.get(entityRef);
    if (known && Date.now() < known.until) {
      return known.uid;
    }
    const uid = (await this.#entities.read(entityRef))?.uid;
    if (this.#known.size >= KEPT) {
      this.#known.clear();
    }
    this.#known.set(entityRef, { uid, until: Date.now() + KEPT_MS });
    return uid;
  }
}
