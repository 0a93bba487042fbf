import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** What an issue is for. */
export interface IssueSubject {
  /** `request:<id>`, or `rule:<id>:<n>`. */
  subject: string;
  requestId?: string;
  rule?: string;
}

/** An issue of the platform repository, perhaps not made yet. */
export interface IssueRow {
  subject: string;
  marker: string;
  url: string | null;
  /** Its number. */
  issue: number | null;
  /** JSON: what was last mirrored. */
  state: string | null;
  /** ms */
  created_at: number | string;
}

/** All SQL of issues in the platform repository. */
export class IssueStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** The issue for a subject; made known, if it is not yet. */
  async open(subject: IssueSubject, now: number): Promise<void> {
    await this.#knex('escape_hatch_issues')
      .insert({
        subject: subject.subject,
        request_id: subject.requestId ?? null,
        rule: subject.rule ?? null,
        marker: randomUUID(),
        created_at: now,
      })
      .onConflict('subject')
      .ignore();
  }

  /**
   * Takes an issue for one worker until then.
   *
   * @returns undefined where another one has it
   */
  async hold(
    subject: string,
    options: { now: number; until: number },
  ): Promise<IssueRow | undefined> {
    const [row] = await this.#knex('escape_hatch_issues')
      .where({ subject })
      .where('held_until', '<=', options.now)
      .update({ held_until: options.until })
      .returning(['subject', 'marker', 'url', 'issue', 'state', 'created_at']);
    return row;
  }

  async release(subject: string): Promise<void> {
    await this.#knex('escape_hatch_issues')
      .where({ subject })
      .update({ held_until: 0 });
  }

  async made(
    subject: string,
    issue: { url: string; number: number },
  ): Promise<void> {
    await this.#knex('escape_hatch_issues')
      .where({ subject })
      .update({ url: issue.url, issue: issue.number });
  }

  async mirrored(subject: string, state: string): Promise<void> {
    await this.#knex('escape_hatch_issues')
      .where({ subject })
      .update({ state });
  }

  /** Issues of rules since then, by rule; the newest of each. */
  async urlsOfRules(from: number): Promise<Map<string, string>> {
    const rows: { rule: string; url: string }[] = await this.#knex(
      'escape_hatch_issues',
    )
      .whereNotNull('rule')
      .whereNotNull('url')
      .where('created_at', '>=', from)
      .orderBy('created_at')
      .select('rule', 'url');
    return new Map(rows.map(({ rule, url }) => [rule, url]));
  }

  /** How many issues of a rule there were before an instant. */
  async countOfRule(rule: string, before: number): Promise<number> {
    const [{ count }] = await this.#knex('escape_hatch_issues')
      .where({ rule })
      .where('created_at', '<', before)
      .count({ count: '*' });
    return Number(count);
  }
}
