import type { Knex } from 'knex';
import type { FiledIssues } from './FiledIssues';
import type { IssueTracker } from './IssueTracker';

/** Row of `escape_hatch_heads`: until when issues have been looked for. */
const HEAD = 'issues-seen';

/** Issues that are looked at again, for clocks differ, ms; each is answered once. */
const OVERLAP = 3_600_000;

/** Task: finds filed issues that no webhook told of. What was filed before the portal first looked is left alone. */
export class LookForFiledIssues {
  readonly #knex: Knex;
  readonly #clock: { now(): number };
  readonly #tracker: IssueTracker;
  readonly #filed: FiledIssues;

  constructor(options: {
    knex: Knex;
    clock: { now(): number };
    tracker: IssueTracker;
    filed: FiledIssues;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#tracker = options.tracker;
    this.#filed = options.filed;
  }

  async run(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    await this.#knex('escape_hatch_heads')
      .insert({ name: HEAD, value: now })
      .onConflict('name')
      .ignore();
    const head = await this.#knex('escape_hatch_heads')
      .where({ name: HEAD })
      .first('value');
    const issues = this.#tracker.since({
      from: Number(head.value) - OVERLAP,
      state: 'open',
      signal,
    });
    for await (const issue of issues) {
      await this.#filed.note(issue);
    }
    await this.#knex('escape_hatch_heads')
      .where({ name: HEAD })
      .update({ value: now });
  }
}
