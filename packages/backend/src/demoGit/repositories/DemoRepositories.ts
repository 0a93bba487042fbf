import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  InputError,
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { gitEnvironment } from './gitEnvironment';
import { GitRepository } from './GitRepository';
import { isRepositoryName, repositoryNameRule } from './repositoryName';

const SUFFIX = '.git';

/** The demo's bare repositories: folders `<name>.git` of one folder, and nothing else. */
export class DemoRepositories {
  readonly folder: string;

  constructor(options: { folder: string }) {
    this.folder = options.folder;
  }

  /** In the order of their names; none while the demo's own are being made. */
  async list(): Promise<GitRepository[]> {
    const names = await readdir(this.folder).catch(ignoreMissing);
    return (names ?? [])
      .filter(it => it.endsWith(SUFFIX))
      .map(it => it.slice(0, -SUFFIX.length))
      .filter(isRepositoryName)
      .sort()
      .map(name => this.#at(name));
  }

  /** @throws NotFoundError */
  async open(name: string): Promise<GitRepository> {
    if (isRepositoryName(name) && (await exists(this.#at(name).directory))) {
      return this.#at(name);
    }
    throw new NotFoundError(`No repository is called '${name.slice(0, 100)}'`);
  }

  /** Makes an empty repository where there is none; two at once make one. */
  async ensure(name: string): Promise<GitRepository> {
    if (!isRepositoryName(name)) {
      throw new InputError(
        `A repository cannot be called '${name.slice(
          0,
          100,
        )}'; expected ${repositoryNameRule}`,
      );
    }
    const repository = this.#at(name);
    if (await exists(repository.directory)) {
      return repository;
    }
    // They are made elsewhere, and moved here in whole
    if (!(await exists(this.folder))) {
      throw new ServiceUnavailableError(
        "The demo's repositories are being made, which takes a minute; try again then",
      );
    }
    const made = await mkdtemp(join(this.folder, 'new-'));
    try {
      await promisify(execFile)(
        'git',
        [
          'init',
          '--quiet',
          '--bare',
          '--template=',
          '--object-format=sha1',
          '--initial-branch=main',
          '.',
        ],
        { cwd: made, env: gitEnvironment() },
      );
      await rename(made, repository.directory);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      if (!(await exists(repository.directory))) {
        throw error;
      }
    }
    return repository;
  }

  #at(name: string): GitRepository {
    return new GitRepository({
      name,
      directory: join(this.folder, `${name}${SUFFIX}`),
    });
  }
}

async function exists(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(ignoreMissing);
  return found?.isDirectory() ?? false;
}

function ignoreMissing(error: unknown): undefined {
  if (isError(error) && error.code === 'ENOENT') {
    return undefined;
  }
  throw error;
}
