import { z } from 'zod';
import type { GithubClient } from './GithubClient';
import { type GithubIssue, issueSchema } from './issueSchema';

const PAGE_SIZE = 100;

/** Pages that are looked through at most: 1,000 issues. */
const PAGES = 10;

/** What an issue is to be. */
export interface IssueText {
  title: string;
  /** Markdown */
  body: string;
  labels: string[];
}

/** The issues of one repository. Reads leave out pull requests, which GitHub lists among them. */
export class IssueTracker {
  readonly #client: GithubClient;
  readonly #path: string;

  constructor(options: {
    client: GithubClient;
    /** Of its page: `https://host/owner/name`. */
    repositoryUrl: string;
  }) {
    this.#client = options.client;
    this.#path = `/repos${new URL(options.repositoryUrl).pathname}/issues`;
  }

  /** Those that were made since then, the newest first. */
  async *since(options: {
    /** ms */
    from: number;
    state: 'open' | 'all';
    signal: AbortSignal;
  }): AsyncGenerator<GithubIssue> {
    const { from, state, signal } = options;
    for (let page = 1; page <= PAGES; page++) {
      const { data, isLast } = await this.#client.send({
        method: 'GET',
        path: this.#path,
        fields: {
          state,
          sort: 'created',
          direction: 'desc',
          per_page: PAGE_SIZE,
          page,
        },
        answer: z.array(issueSchema),
        signal,
      });
      for (const issue of data) {
        if (Date.parse(issue.created_at) < from) {
          return;
        }
        if (issue.pull_request === undefined) {
          yield issue;
        }
      }
      if (isLast) {
        return;
      }
    }
  }

  async read(number: number, signal: AbortSignal): Promise<GithubIssue> {
    const { data } = await this.#client.send({
      method: 'GET',
      path: `${this.#path}/${number}`,
      answer: issueSchema,
      signal,
    });
    return data;
  }

  async create(text: IssueText, signal: AbortSignal): Promise<GithubIssue> {
    const { data } = await this.#client.send({
      method: 'POST',
      path: this.#path,
      fields: { ...text },
      answer: issueSchema,
      signal,
    });
    return data;
  }

  async update(
    number: number,
    change: IssueText & {
      state: 'open' | 'closed';
      state_reason?: 'completed' | 'not_planned';
    },
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.send({
      method: 'PATCH',
      path: `${this.#path}/${number}`,
      fields: { ...change },
      answer: issueSchema,
      signal,
    });
  }

  /** Whether one of its comments holds a text. */
  async hasComment(
    number: number,
    text: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (let page = 1; page <= PAGES; page++) {
      const { data, isLast } = await this.#client.send({
        method: 'GET',
        path: `${this.#path}/${number}/comments`,
        fields: { per_page: PAGE_SIZE, page },
        answer: z.array(z.object({ body: z.string().nullish() })),
        signal,
      });
      if (data.some(({ body }) => body?.includes(text))) {
        return true;
      }
      if (isLast) {
        return false;
      }
    }
    return false;
  }

  async comment(
    number: number,
    body: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.send({
      method: 'POST',
      path: `${this.#path}/${number}/comments`,
      fields: { body },
      answer: z.object({ id: z.number() }),
      signal,
    });
  }
}
