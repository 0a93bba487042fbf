import { ReadTreeResponseFactory } from '@backstage/backend-defaults/urlReader';
import {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, NotModifiedError } from '@backstage/errors';
import { Minimatch } from 'minimatch';
import { DemoGitPlace, DemoGitUrls } from '../DemoGitUrls';
import { DemoRepositories } from '../repositories/DemoRepositories';
import { findPlace, Place } from '../repositories/findPlace';
import { TreeEntry } from '../repositories/GitRepository';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_TREE_BYTES = 50 * 1024 * 1024;
const MAX_FILES = 1_000;

/**
 * Reads the pages of the demo's git server, from disk. Etags are commits of branches, as those of other source control
 * are.
 */
export class DemoGitUrlReader implements UrlReaderService {
  readonly #repositories: DemoRepositories;
  readonly #urls: DemoGitUrls;
  readonly #trees: ReadTreeResponseFactory;

  constructor(options: {
    repositories: DemoRepositories;
    urls: DemoGitUrls;
    treeResponseFactory: ReadTreeResponseFactory;
  }) {
    this.#repositories = options.repositories;
    this.#urls = options.urls;
    this.#trees = options.treeResponseFactory;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const place = await this.#find(url);
    this.#refuseUnchanged(place, options);
    const file = await place.repository.find(place.branch.commit, place.path);
    if (file?.type !== 'file') {
      throw new NotFoundError(`There is no file at '${url}'`);
    }
    return {
      buffer: () => this.#read(place, file),
      etag: place.branch.commit,
      lastModifiedAt: place.branch.at,
    };
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const place = await this.#find(url);
    this.#refuseUnchanged(place, options);
    const { repository, branch, path } = place;
    const folder = await repository.find(branch.commit, path);
    if (folder?.type !== 'folder') {
      throw new NotFoundError(`There is no folder at '${url}'`);
    }
    const files = await repository.files(folder);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (bytes > MAX_TREE_BYTES) {
      throw new InputError(
        `'${url}' has ${bytes} bytes; at most ${MAX_TREE_BYTES} are read`,
      );
    }
    return this.#trees.fromTarArchive({
      stream: repository.archive(folder),
      etag: branch.commit,
      filter: options?.filter,
      stripFirstDirectory: false,
    });
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    const { kind = 'blob' } = this.#parse(url);
    const place = await this.#find(url);
    this.#refuseUnchanged(place, options);
    const { repository, branch } = place;
    const files = await this.#match(place, url);
    return {
      etag: branch.commit,
      files: files.map(file => ({
        url: this.#urls.place(repository.name, kind, branch.name, file.path),
        lastModifiedAt: branch.at,
        content: () => this.#read(place, file),
      })),
    };
  }

  toString() {
    return 'demoGit{}';
  }

  async #match(
    { repository, branch, path }: Place,
    url: string,
  ): Promise<TreeEntry[]> {
    const pattern = new Minimatch(path);
    if (!pattern.hasMagic()) {
      const file = await repository.find(branch.commit, path);
      return file?.type === 'file' ? [file] : [];
    }
    const root = (await repository.find(branch.commit, ''))!;
    const all = await repository.files(root);
    const files = all.filter(file => pattern.match(file.path));
    if (files.length > MAX_FILES) {
      throw new InputError(
        `'${url}' matches ${files.length} files; at most ${MAX_FILES} are read`,
      );
    }
    return files;
  }

  async #read({ repository }: Place, file: TreeEntry): Promise<Buffer> {
    if (file.size > MAX_FILE_BYTES) {
      throw new InputError(
        `'${file.path}' in '${repository.name}' has ${file.size} bytes; at most ${MAX_FILE_BYTES} are read`,
      );
    }
    return repository.read(file);
  }

  async #find(url: string): Promise<Place> {
    const { repository, place } = this.#parse(url);
    return findPlace(await this.#repositories.open(repository), place);
  }

  #parse(url: string): DemoGitPlace {
    const place = this.#urls.parse(url);
    if (!place) {
      throw new InputError(
        `Expected a URL below '${this.#urls.home()}', got '${url}'`,
      );
    }
    return place;
  }

  #refuseUnchanged(
    { branch }: Place,
    options: { etag?: string; lastModifiedAfter?: Date } = {},
  ) {
    const { etag, lastModifiedAfter } = options;
    if (
      etag === branch.commit ||
      (lastModifiedAfter && branch.at <= lastModifiedAfter)
    ) {
      throw new NotModifiedError();
    }
  }
}
