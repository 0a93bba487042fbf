import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { SloDocument } from '@golden-path/backstage-plugin-slo-common';
import { SloEntity } from './SloEntity';

/** A document as it was found. */
export interface FoundDocument extends SloDocument {
  url: string;
  revision?: string;
}

/** By pattern; what a source answered last, so that it can say that nothing changed. */
export type Etags = Record<string, string>;

/** What an entity's annotation led to. */
export interface Reading {
  documents: FoundDocument[];
  etags: Etags;
  /** Patterns and paths without a file. */
  unmatched: string[];
}

/** Documents of one entity at most; an SLO document describes one service. */
const MAX_FILES = 50;

/**
 * What a URL would take for more than a path: a scheme, a host, a query or fragment, and what can hide `..`, namely
 * escapes, backslashes and the control characters that URLs drop.
 */
const NO_PATH = /^[a-z][a-z0-9+.-]*:|^\/\/|[?#%\\\p{Cc}]/iu;

/** Reads the documents that an entity's annotation names. */
export class DocumentReader {
  readonly #urlReader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#urlReader = options.urlReader;
    this.#integrations = options.integrations;
  }

  /**
   * @param etags - of the last reading
   * @returns `'not-modified'` when no pattern has anything new
   * @throws when a source cannot be read, or the annotation names a path outside of it
   */
  async read(
    entity: SloEntity,
    etags: Etags,
  ): Promise<Reading | 'not-modified'> {
    const patterns = entity.annotation
      .split(',')
      .map(pattern => pattern.trim())
      .filter(Boolean);
    const unchanged = await Promise.all(
      patterns.map(pattern =>
        etags[pattern] === undefined
          ? false
          : this.#isUnchanged(entity, pattern, etags[pattern]),
      ),
    );
    if (patterns.length > 0 && unchanged.every(Boolean)) {
      return 'not-modified';
    }

    const documents = new Map<string, FoundDocument>();
    const found: Etags = {};
    const unmatched: string[] = [];
    for (const pattern of patterns) {
      const answer = await this.#search(entity, pattern);
      if (answer.etag) {
        found[pattern] = answer.etag;
      }
      if (answer.documents.length === 0) {
        unmatched.push(pattern);
      }
      for (const document of answer.documents) {
        documents.set(document.url, document);
      }
    }
    if (documents.size > MAX_FILES) {
      throw new Error(
        `'${entity.annotation}' matches ${documents.size} files; expected at most ${MAX_FILES}`,
      );
    }
    return {
      documents: [...documents.values()].sort((a, b) =>
        a.url.localeCompare(b.url),
      ),
      etags: found,
      unmatched,
    };
  }

  async #isUnchanged(
    entity: SloEntity,
    pattern: string,
    etag: string,
  ): Promise<boolean> {
    try {
      const url = this.#resolve(entity, pattern);
      if (isGlob(pattern)) {
        await this.#urlReader.search(url, { etag });
      } else {
        await this.#urlReader.readUrl(url, { etag });
      }
      return false;
    } catch (error) {
      // Any other error comes again, and is reported, when the documents are read.
      return isError(error) && error.name === NotModifiedError.name;
    }
  }

  async #search(
    entity: SloEntity,
    pattern: string,
  ): Promise<{ documents: FoundDocument[]; etag?: string }> {
    const url = this.#resolve(entity, pattern);
    try {
      if (!isGlob(pattern)) {
        const response = await this.#urlReader.readUrl(url);
        const content = (await response.buffer()).toString('utf8');
        return {
          etag: response.etag,
          documents: [
            { file: pattern, url, content, ...revisionOf(response.etag) },
          ],
        };
      }
      const response = await this.#urlReader.search(url);
      const documents: FoundDocument[] = [];
      for (const file of response.files.slice(0, MAX_FILES + 1)) {
        documents.push({
          file: nameWithin(entity.lookedIn, file.url),
          url: file.url,
          content: (await file.content()).toString('utf8'),
          ...revisionOf(response.etag),
        });
      }
      return { etag: response.etag, documents };
    } catch (error) {
      if (isError(error) && error.name === NotFoundError.name) {
        return { documents: [] };
      }
      throw error;
    }
  }

  #resolve(entity: SloEntity, pattern: string): string {
    if (!entity.lookedIn) {
      throw new Error(
        `the entity's source location cannot be read; expected 'url:' and an address such as url:https://github.com/acme/api/`,
      );
    }
    if (pattern.split('/').includes('..') || NO_PATH.test(pattern)) {
      throw new Error(
        `'${pattern}' leaves the entity's own sources; expected a path or glob below them, such as slos/*.yaml`,
      );
    }
    return this.#integrations.resolveUrl({
      url: pattern,
      base: entity.lookedIn,
    });
  }
}

function isGlob(pattern: string): boolean {
  return /[*[{]/.test(pattern);
}

/** Source control gives the commit as etag; other readers' etags mean nothing to people. */
function revisionOf(etag: string | undefined): { revision?: string } {
  return etag && /^[0-9a-f]{40}$/.test(etag) ? { revision: etag } : {};
}

function nameWithin(folder: string, url: string): string {
  return url.startsWith(folder)
    ? decodeURIComponent(url.slice(folder.length))
    : decodeURIComponent(new URL(url).pathname.split('/').slice(-2).join('/'));
}
