import type { HatchRecord } from '../requests/HatchRecord';
import type { RequestStore } from '../requests/RequestStore';
import type { EscapeHatchSettings } from '../settings';
import { GithubError } from './GithubError';
import type { IssueStore } from './IssueStore';
import type { IssueText, IssueTracker } from './IssueTracker';
import type { HeldIssue, OwnIssues } from './OwnIssues';
import { ISSUE_LABEL, type IssueState, requestState } from './requestState';
import { requestText } from './requestText';

/** Of one mirroring, ms. */
const TIMEOUT = 25_000;

/** What the issue of a request is to be. */
type WantedIssue = IssueText & IssueState;

/** Shows requests as issues of the platform repository. Nothing is ever read from them. */
export class IssueMirror {
  readonly #requests: Pick<RequestStore, 'get'>;
  readonly #issues: OwnIssues;
  readonly #store: IssueStore;
  readonly #tracker: IssueTracker;
  readonly #clock: { now(): number };
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    requests: Pick<RequestStore, 'get'>;
    issues: OwnIssues;
    store: IssueStore;
    tracker: IssueTracker;
    clock: { now(): number };
    settings: EscapeHatchSettings;
  }) {
    this.#requests = options.requests;
    this.#issues = options.issues;
    this.#store = options.store;
    this.#tracker = options.tracker;
    this.#clock = options.clock;
    this.#settings = options.settings;
  }

  /**
   * Brings the issue of a request up to date with what the request is now, whatever the occasion; makes it where there
   * is none. Can be stopped anywhere and run again.
   *
   * @throws where GitHub could not be asked, or another replica is at it
   */
  async mirror(requestId: string): Promise<void> {
    const signal = AbortSignal.timeout(TIMEOUT);
    const subject = `request:${requestId}`;
    await this.#issues.hold({ subject, requestId, signal }, async issue => {
      // Read by who holds the issue, so that no older state is shown later.
      const record = await this.#requests.get(requestId);
      if (!record || record.submittedAt === null) {
        return;
      }
      const wanted = this.#wanted(record, issue.marker);
      const state = JSON.stringify(wanted);
      if (state !== issue.state) {
        await this.#show(issue, wanted, signal);
        await this.#store.mirrored(subject, state);
      }
    });
  }

  #wanted(record: HatchRecord, marker: string): WantedIssue {
    const settings = this.#settings;
    return {
      ...requestText(record, { settings, marker }),
      ...requestState(record, { settings, now: this.#clock.now() }),
    };
  }

  async #show(
    issue: HeldIssue,
    wanted: WantedIssue,
    signal: AbortSignal,
  ): Promise<void> {
    const { title, body, labels } = wanted;
    const { url, number } = await issue.make({ title, body, labels });
    if (!this.#isOurs(url)) {
      return;
    }
    try {
      const there = await this.#tracker.read(number, signal);
      const others = there.labels.filter(
        label => label !== ISSUE_LABEL && !label.startsWith(`${ISSUE_LABEL}: `),
      );
      await this.#tracker.update(
        number,
        { ...wanted, labels: [...others, ...labels] },
        signal,
      );
    } catch (error) {
      // Whoever deleted it does not want another one.
      if (!(error instanceof GithubError && error.status === 410)) {
        throw error;
      }
    }
  }

  /** Another repository may have been configured since; what was made there is left alone. */
  #isOurs(url: string): boolean {
    const repository = `${this.#settings.issuesRepository}/issues/`;
    return url.toLowerCase().startsWith(repository.toLowerCase());
  }
}
