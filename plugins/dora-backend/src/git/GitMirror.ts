import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from './Git';
import type { GitCredentials } from './GitCredentials';
import { gitEnvironment } from './gitEnvironment';
import { GitError } from './GitError';
import type { GitRemote } from './GitRemote';
import { openWorkDirectory } from './openWorkDirectory';

/** A remote that says nothing for so long has hung. */
const SILENCE_MS = 60_000;

/** No other process works in the mirror, so that whoever made the lock is dead. */
const STALE_LOCK = /\.lock': File exists/;

export interface GitMirrorOptions {
  /** Folder of all mirrors. */
  workDirectory: string;
  /** Id of the source whose mirror it is; each has its own, so that no two tasks work in one. */
  id: string;
  remote: GitRemote;
  credentials: GitCredentials;
  /** Default: the remote's default branch. */
  branch?: string;
  /** With all branches and tags, or the one branch alone. */
  refs: 'all' | 'branch';
  silenceMs?: number;
}

/** What a mirror has after an update. */
export interface MirrorState {
  branch: string;
  /** Newest commit of the branch. */
  tip: string;
  /** History begins with these commits, whose parents the remote does not have; in order. */
  shallow: string[];
}

/** A bare copy of a remote repository in the work folder. */
export class GitMirror {
  readonly #options: GitMirrorOptions;
  readonly #directory: string;

  constructor(options: GitMirrorOptions) {
    this.#options = options;
    const hash = createHash('sha256')
      .update(`${options.id}\0${options.remote.address}`)
      .digest('hex');
    this.#directory = join(options.workDirectory, `${hash.slice(0, 32)}.git`);
  }

  /** For questions to the mirror; they reach no network. */
  get git(): Git {
    return new Git({
      directory: this.#directory,
      env: gitEnvironment({ protocols: ['none'], globalConfig: '/dev/null' }),
    });
  }

  /**
   * Fetches what is new; undefined while the remote has no commit. A mirror that can no longer be fetched into, for
   * instance after a full disk, is made anew.
   *
   * @throws GitError when the remote cannot be read
   */
  async update(options: {
    signal: AbortSignal;
  }): Promise<MirrorState | undefined> {
    const { signal } = options;
    const git = await this.#remoteGit();
    await this.#initialise(git, signal);
    const branch = await this.#branch(git, signal);
    if (branch === undefined) {
      return undefined;
    }
    try {
      await this.#fetch(git, branch, signal);
    } catch (error) {
      if (!(error instanceof GitError) || signal.aborted) {
        throw error;
      }
      // The remote has just answered: it may be the mirror. A network that breaks off is no reason to fetch all anew.
      const isUsable =
        !STALE_LOCK.test(error.message) && (await this.#isWhole(signal));
      if (isUsable) {
        throw error;
      }
      await this.remove();
      await this.#initialise(git, signal);
      await this.#fetch(git, branch, signal);
    }
    const tip = await this.git.run(
      ['rev-parse', '--verify', `refs/heads/${branch}^{commit}`],
      { signal },
    );
    return { branch, tip: tip.trim(), shallow: await this.#shallow(signal) };
  }

  /** Removes the mirror if it is damaged, so that the next update makes it anew. */
  async removeIfDamaged(options: { signal: AbortSignal }): Promise<void> {
    if (!(await this.#isWhole(options.signal))) {
      await this.remove();
    }
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #isWhole(signal: AbortSignal): Promise<boolean> {
    const verdict = await this.git.ask(['fsck', '--no-dangling'], { signal });
    return verdict !== undefined;
  }

  async #remoteGit(): Promise<Git> {
    const { remote, credentials, workDirectory } = this.#options;
    const { gitConfig } = await openWorkDirectory(workDirectory);
    return new Git({
      directory: this.#directory,
      env: gitEnvironment({
        protocols: [remote.protocol],
        globalConfig: remote.path ? gitConfig : '/dev/null',
        header: await credentials.header(remote),
      }),
    });
  }

  async #initialise(git: Git, signal: AbortSignal): Promise<void> {
    const { workDirectory } = this.#options;
    await new Git({
      directory: this.#directory,
      env: this.git.env,
      cwd: workDirectory,
    }).run(['init', '--quiet', '--bare', '--template='], { signal });
    // Left by a fetch that was killed; only one works in the mirror at a time.
    const packs = join(git.directory, 'objects', 'pack');
    for (const file of await readdir(packs)) {
      if (file.startsWith('tmp_')) {
        await rm(join(packs, file), { force: true });
      }
    }
  }

  /** The branch to follow; undefined while the remote has none. */
  async #branch(git: Git, signal: AbortSignal): Promise<string | undefined> {
    const { remote, branch, silenceMs = SILENCE_MS } = this.#options;
    const wanted = branch === undefined ? 'HEAD' : `refs/heads/${branch}`;
    const answer = await git.run(
      ['ls-remote', '--symref', '--end-of-options', remote.address, wanted],
      { signal, timeoutMs: silenceMs },
    );
    const lines = answer.split('\n');
    if (branch !== undefined) {
      if (lines.some(line => line.endsWith(`\t${wanted}`))) {
        return branch;
      }
      throw new GitError(`${remote.display} has no branch '${branch}'`);
    }
    const head = lines.find(line => line.endsWith('\tHEAD'));
    const target = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(answer)?.[1];
    if (head && target === undefined) {
      throw new GitError(
        `${remote.display} does not say which branch is its default; name one as 'branch'`,
      );
    }
    // The symbolic line comes first; a branch without commits has no second one.
    return lines.some(line => /^[0-9a-f]{40,64}\tHEAD$/.test(line))
      ? target
      : undefined;
  }

  async #fetch(git: Git, branch: string, signal: AbortSignal): Promise<void> {
    const { remote, refs, silenceMs = SILENCE_MS } = this.#options;
    const isShallow = (await this.#shallow(signal)).length > 0;
    await git.run(
      [
        'fetch',
        '--progress',
        '--prune',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-recurse-submodules',
        '--update-shallow',
        ...(isShallow ? ['--unshallow'] : []),
        '--end-of-options',
        remote.address,
        ...(refs === 'all'
          ? ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*']
          : [`+refs/heads/${branch}:refs/heads/${branch}`]),
      ],
      // The pass has a limit of its own; a large repository takes its time.
      { signal, timeoutMs: undefined, silenceMs },
    );
  }

  async #shallow(signal: AbortSignal): Promise<string[]> {
    const answer = await this.git.run(
      ['rev-parse', '--is-shallow-repository'],
      { signal },
    );
    if (answer.trim() !== 'true') {
      return [];
    }
    // Commits that are the roots of what is there.
    const roots = await this.git.run(['rev-list', '--max-parents=0', '--all'], {
      signal,
    });
    return roots.trim().split('\n').sort();
  }
}
