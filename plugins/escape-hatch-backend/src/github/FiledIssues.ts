import type { Knex } from 'knex';
import type { Outbox } from '../outbox/Outbox';
import type { EscapeHatchSettings } from '../settings';
import { formLink } from './formLink';
import type { GithubIssue } from './issueSchema';
import type { IssueTracker } from './IssueTracker';
import { isPortals } from './markerComment';
import { parseFiledIssue } from './parseFiledIssue';

/** Of one answer, ms. */
const TIMEOUT = 25_000;

const MARKER = '<!-- escape-hatch:form -->';

/**
 * Answers issues that people file with the form by one comment, which leads to the request form of the portal. They
 * change nothing: nothing of them is stored, and nothing but the link is made of what they say.
 */
export class FiledIssues {
  readonly #knex: Knex;
  readonly #outbox: Pick<Outbox, 'add' | 'nudge'>;
  readonly #tracker: IssueTracker;
  readonly #settings: Pick<EscapeHatchSettings, 'appUrl' | 'issuesRepository'>;

  constructor(options: {
    knex: Knex;
    outbox: Pick<Outbox, 'add' | 'nudge'>;
    tracker: IssueTracker;
    settings: Pick<EscapeHatchSettings, 'appUrl' | 'issuesRepository'>;
  }) {
    this.#knex = options.knex;
    this.#outbox = options.outbox;
    this.#tracker = options.tracker;
    this.#settings = options.settings;
  }

  /** Has an issue answered soon, if it is one to be answered; more than once is once. */
  async note(issue: Pick<GithubIssue, 'number' | 'body'>): Promise<void> {
    if (!isToBeAnswered(issue)) {
      return;
    }
    const repository = this.#settings.issuesRepository?.toLowerCase();
    const isNew = await this.#outbox.add({
      tx: this.#knex,
      kind: 'issue',
      requestId: null,
      key: `filed:${repository}/issues/${issue.number}`,
      payload: { filed: issue.number },
    });
    if (isNew) {
      this.#outbox.nudge();
    }
  }

  /**
   * Answers an issue as the repository has it now, whatever a webhook said of it.
   *
   * @throws where GitHub could not be asked
   */
  async answer(number: number): Promise<void> {
    const { appUrl } = this.#settings;
    const signal = AbortSignal.timeout(TIMEOUT);
    const issue = await this.#tracker.read(number, signal);
    const filed = isToBeAnswered(issue) && parseFiledIssue(issue.body);
    if (!appUrl || !filed || issue.state === 'closed') {
      return;
    }
    if (!(await this.#tracker.hasComment(number, MARKER, signal))) {
      const text = commentText(formLink(appUrl, filed));
      await this.#tracker.comment(number, text, signal);
    }
  }
}

function isToBeAnswered(
  issue: Pick<GithubIssue, 'body' | 'pull_request'>,
): boolean {
  return (
    issue.pull_request === undefined &&
    !isPortals(issue.body) &&
    parseFiledIssue(issue.body) !== undefined
  );
}

function commentText({ url, isCut }: { url: string; isCut: boolean }): string {
  return [
    MARKER,
    `Escape hatches are asked for and approved in the developer portal: [continue there](${url}). The form is filled in with what this issue says. This issue by itself asks for nothing and changes nothing.`,
    ...(isCut
      ? ['The texts are too long for a link: copy their ends from here.']
      : []),
  ].join('\n\n');
}
