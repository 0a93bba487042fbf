import type { Knex } from 'knex';
import type { EscapeHatchSettings } from '../settings';
import type { ActiveHatch } from './ActiveHatch';
import type { ActiveHatchStore } from './ActiveHatchStore';
import { leaseEnd } from './leaseEnd';

/** The active set of an instant, with until when it may be used without contact. */
export interface ActiveSnapshot {
  hatches: ActiveHatch[];
  /** ms */
  validUntil: number;
}

/**
 * The active set as every export has it. It is read again only when it can have changed: with a transition, each of
 * which moves the head of the audit trail, with the next begin, end or suspension, and with the lease. So an agent that
 * polls costs one small statement, and all replicas answer the same bytes.
 */
export class ActiveSet {
  readonly #knex: Knex;
  readonly #store: ActiveHatchStore;
  readonly #clock: { now(): number };
  readonly #lease: number;
  #last?: { snapshot: ActiveSnapshot; head: string; from: number; to: number };

  constructor(options: {
    knex: Knex;
    store: ActiveHatchStore;
    clock: { now(): number };
    settings: Pick<EscapeHatchSettings, 'lease'>;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#lease = options.settings.lease;
  }

  /** @throws when the database cannot be asked; never an empty set for that */
  async now(): Promise<ActiveSnapshot> {
    // Before the set: what is written in between is then read again the next time.
    const { hash: head } = await this.#knex('escape_hatch_heads')
      .where('name', 'audit')
      .first('hash');
    const now = this.#clock.now();
    const last = this.#last;
    if (last && last.head === head && last.from <= now && now < last.to) {
      return last.snapshot;
    }
    const validUntil = leaseEnd(now, this.#lease);
    const [hatches, next] = await Promise.all([
      this.#store.read({ now }),
      this.#store.nextChange(now),
    ]);
    const snapshot = { hatches, validUntil };
    const to = Math.min(next, validUntil - this.#lease);
    this.#last = { snapshot, head, from: now, to };
    return snapshot;
  }
}
