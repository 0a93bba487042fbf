import type { z } from 'zod';
import { GithubClient, GithubPage } from './GithubClient';
import { repositorySchema } from './githubSchemas';

interface Listing<T extends z.ZodType> {
  query?: Record<string, string>;
  item: T;
  etag?: string;
}

/** What can be asked about one repository during one pass. */
export class GithubRepository {
  /** Of its page. */
  readonly url: string;
  readonly #client: GithubClient;
  readonly #signal: AbortSignal;
  readonly #path: string;

  constructor(options: {
    url: string;
    client: GithubClient;
    signal: AbortSignal;
  }) {
    this.url = options.url;
    this.#client = options.client;
    this.#signal = options.signal;
    this.#path = `/repos${new URL(options.url).pathname}`;
  }

  async details() {
    return this.#client.one({
      url: this.url,
      path: this.#path,
      schema: repositorySchema,
      signal: this.#signal,
    });
  }

  /** The pages of a list of the repository: `/pulls`. */
  pages<T extends z.ZodType>(
    place: string,
    listing: Listing<T>,
  ): AsyncGenerator<GithubPage<z.output<T>>> {
    return this.#client.pages({
      ...listing,
      url: this.url,
      path: `${this.#path}${place}`,
      signal: this.#signal,
    });
  }

  /** A list that is short. */
  async all<T extends z.ZodType>(
    place: string,
    listing: Listing<T>,
  ): Promise<z.output<T>[]> {
    const items: z.output<T>[] = [];
    for await (const page of this.pages(place, listing)) {
      items.push(...page.items);
    }
    return items;
  }
}
