import type { Knex } from 'knex';
import type { CheckResult } from './CheckResult';
import { beginRun, type CheckRun, continueRun } from './CheckRun';

/** Times come as text from PostgreSQL, booleans as numbers from SQLite. */
interface Row {
  passes: boolean | number;
  since: number | string;
  observed_at: number | string;
  other_at: number | string | null;
}

const ATTEMPTS = 20;

/** All SQL of checks. */
export class CheckStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Takes a result into account; those of other replicas at the same time are too. */
  async note(result: CheckResult): Promise<void> {
    const { entityRef, rule } = result;
    const key = { entity_ref: entityRef, rule };
    const begun = await this.#knex('escape_hatch_checks')
      .insert({ ...key, ...toRow(beginRun(result)) })
      .onConflict(['entity_ref', 'rule'])
      .ignore()
      .returning('rule');
    if (begun.length > 0) {
      return;
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const row: Row | undefined = await this.#knex('escape_hatch_checks')
        .where(key)
        .first();
      // Dropped meanwhile, for it was old.
      if (!row || (await this.#continue(key, toRun(row), result))) {
        return;
      }
    }
    throw new Error(
      `The check of ${rule} for ${entityRef} is changed by too many at once`,
    );
  }

  /** Drops what nobody has said anything of since an instant. */
  async dropSilent(before: number): Promise<number> {
    return this.#knex('escape_hatch_checks')
      .where('observed_at', '<', before)
      .delete();
  }

  /** @returns false where somebody else was faster */
  async #continue(
    key: { entity_ref: string; rule: string },
    run: CheckRun,
    result: CheckResult,
  ): Promise<boolean> {
    const next = continueRun(run, result);
    if (next === run) {
      return true;
    }
    const changed = await this.#knex('escape_hatch_checks')
      .where({ ...key, ...toRow(run) })
      .update(toRow(next));
    return changed === 1;
  }
}

function toRow(run: CheckRun) {
  const { passes, since, observedAt, otherAt } = run;
  return { passes, since, observed_at: observedAt, other_at: otherAt };
}

function toRun(row: Row): CheckRun {
  return {
    passes: Boolean(row.passes),
    since: Number(row.since),
    observedAt: Number(row.observed_at),
    otherAt: row.other_at === null ? null : Number(row.other_at),
  };
}
