import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  isError,
  NotImplementedError,
  NotModifiedError,
} from '@backstage/errors';
import { glob, isDynamicPattern } from 'tinyglobby';
import { FileRoots, PlaceBelowRoot } from './FileRoots';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 1000;

/** A file's content, read in whole: its etag is the content's digest. */
interface FileContent {
  url: string;
  content: Buffer;
  etag: string;
  lastModifiedAt: Date;
}

/** Reads `file:` URLs below the configured roots. Files are small here: documents, not trees. */
export class FileUrlReader implements UrlReaderService {
  readonly #roots: FileRoots;

  constructor({ roots }: { roots: FileRoots }) {
    this.#roots = roots;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const { content, etag, lastModifiedAt } = await this.#read(url);
    const since = options?.lastModifiedAfter;
    if (options?.etag === etag || (since && lastModifiedAt <= since)) {
      throw new NotModifiedError();
    }
    return { buffer: async () => content, etag, lastModifiedAt };
  }

  async readTree(url: string): Promise<UrlReaderServiceReadTreeResponse> {
    throw new NotImplementedError(
      `Expected a file or a pattern of files; '${url}' cannot be read as a folder`,
    );
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    const urls = (await this.#expand(url).catch(ignoreMissing)) ?? [];
    const files: FileContent[] = [];
    for (const match of urls) {
      const file = await this.#read(match).catch(ignoreMissing);
      if (file) {
        files.push(file);
      }
    }
    const etag = digest(
      files.map(file => `${file.url} ${file.etag}`).join('\n'),
    );
    if (options?.etag === etag) {
      throw new NotModifiedError();
    }
    return {
      etag,
      files: files.map(file => ({
        url: file.url,
        lastModifiedAt: file.lastModifiedAt,
        content: async () => file.content,
      })),
    };
  }

  toString() {
    return 'file{}';
  }

  async #read(url: string): Promise<FileContent> {
    const file = await this.#roots.resolve(url);
    const { mtime, size, isFile } = await stat(file).then(found => ({
      mtime: found.mtime,
      size: found.size,
      isFile: found.isFile(),
    }));
    if (!isFile) {
      throw new InputError(`Expected a file at '${url}', got something else`);
    }
    if (size > MAX_FILE_BYTES) {
      throw new InputError(
        `'${url}' has ${size} bytes; at most ${MAX_FILE_BYTES} are read`,
      );
    }
    const content = await readFile(file);
    return { url, content, etag: digest(content), lastModifiedAt: mtime };
  }

  /** The URLs that a pattern matches, sorted; links are matched and checked when they are read. */
  async #expand(url: string): Promise<string[]> {
    const { folder, pattern } = splitPattern(this.#roots.locate(url));
    if (!pattern) {
      return [url];
    }
    await this.#roots.resolve(pathToFileURL(folder).href);
    const matches = await glob(pattern, {
      cwd: folder,
      expandDirectories: false,
      followSymbolicLinks: false,
    });
    if (matches.length > MAX_FILES) {
      throw new InputError(
        `'${url}' matches ${matches.length} files; at most ${MAX_FILES} are read`,
      );
    }
    return matches
      .sort()
      .map(match => pathToFileURL(path.join(folder, match)).href);
  }
}

/** Parts a place into the folder that is searched and the pattern; only the part below the root can be one. */
function splitPattern({ root, relative }: PlaceBelowRoot) {
  const segments = relative.split(path.sep);
  const first = segments.findIndex(segment => isDynamicPattern(segment));
  return first === -1
    ? { folder: root, pattern: undefined }
    : {
        folder: path.join(root, ...segments.slice(0, first)),
        pattern: segments.slice(first).join('/'),
      };
}

function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function ignoreMissing(error: unknown): undefined {
  if (isError(error) && error.name === 'NotFoundError') {
    return undefined;
  }
  throw error;
}
