import { ConflictError } from '@backstage/errors';
import { GithubError } from './GithubError';
import type { IssueRow, IssueStore, IssueSubject } from './IssueStore';
import type { IssueText, IssueTracker } from './IssueTracker';
import { markerComment } from './markerComment';

/** Longer than any work on an issue takes, and than GitHub needs to end what it no longer answers, ms. */
const HOLD = 60_000;

/** An issue may seem older than its row by that much, for clocks differ, ms. */
const SKEW = 3_600_000;

/** An issue that one worker has for itself. */
export interface HeldIssue {
  /** Hidden comment that its body has to begin with. */
  marker: string;
  /** JSON: what was last mirrored; null of one that is perhaps not made yet. */
  state: string | null;
  /** Finds it, or makes it. */
  make(text: IssueText): Promise<{ url: string; number: number }>;
}

/**
 * The issues that the portal makes, each once: however many replicas try, and wherever a backend ends in between. A
 * row with a secret marker is there before the issue is; before one is made, the marker is looked for.
 */
export class OwnIssues {
  readonly #store: IssueStore;
  readonly #tracker: IssueTracker;
  readonly #clock: { now(): number };

  constructor(options: {
    store: IssueStore;
    tracker: IssueTracker;
    clock: { now(): number };
  }) {
    this.#store = options.store;
    this.#tracker = options.tracker;
    this.#clock = options.clock;
  }

  /**
   * Works on the issue of a subject, alone.
   *
   * @throws ConflictError while somebody else works on it
   */
  async hold<T>(
    options: IssueSubject & { signal: AbortSignal },
    work: (issue: HeldIssue) => Promise<T>,
  ): Promise<T> {
    const { signal, ...subject } = options;
    const now = this.#clock.now();
    await this.#store.open(subject, now);
    const row = await this.#store.hold(subject.subject, {
      now,
      until: now + HOLD,
    });
    if (!row) {
      throw new ConflictError(
        `The issue for ${subject.subject} is being worked on; try again in a minute`,
      );
    }
    try {
      const result = await work({
        marker: markerComment(row.marker),
        state: row.state,
        make: text => this.#findOrMake(row, text, signal),
      });
      await this.#store.release(row.subject);
      return result;
    } catch (error) {
      // What was refused was not done. Of anything else GitHub may still be about to do it.
      if (error instanceof GithubError && (error.status ?? 500) < 500) {
        await this.#store.release(row.subject);
      }
      throw error;
    }
  }

  async #findOrMake(
    row: IssueRow,
    text: IssueText,
    signal: AbortSignal,
  ): Promise<{ url: string; number: number }> {
    if (row.url !== null && row.issue !== null) {
      return { url: row.url, number: row.issue };
    }
    const issue =
      (await this.#find(row, signal)) ??
      (await this.#tracker.create(text, signal));
    const made = { url: issue.html_url, number: issue.number };
    await this.#store.made(row.subject, made);
    return made;
  }

  async #find(row: IssueRow, signal: AbortSignal) {
    const marker = markerComment(row.marker);
    const from = Number(row.created_at) - SKEW;
    let oldest;
    for await (const issue of this.#tracker.since({
      from,
      state: 'all',
      signal,
    })) {
      // Whoever copies the marker comes later.
      oldest = issue.body.includes(marker) ? issue : oldest;
    }
    return oldest;
  }
}
