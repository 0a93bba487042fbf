import { isUtf8 } from 'node:buffer';
import type { Git } from '../../git/Git';
import type { FileChange } from './judgeCommit';
import type { PathPattern, Place } from './PathPattern';
import type { CommitDiff, Entry } from './readFileChanges';
import { ValueReader } from './ValueReader';

const MAX_PLACE = 400;
const MAX_ENVIRONMENT = 200;

/** What a commit did, and what of it could not be used. */
export interface ReadCommit {
  diff: CommitDiff;
  files: FileChange[];
  problems: string[];
}

/** Turns the changed paths of commits, one after another, into changed versions. */
export class FileChangeReader {
  readonly #pattern: PathPattern;
  readonly #values: ValueReader;
  /** Versions of the files that cannot be read by now, from when they could, by path. */
  readonly #lastGood: Map<string, string>;

  constructor(options: {
    git: Git;
    pattern: PathPattern;
    value: (string | number)[];
    lastGood: Record<string, string>;
    signal: AbortSignal;
  }) {
    this.#pattern = options.pattern;
    this.#values = new ValueReader({ ...options, path: options.value });
    this.#lastGood = new Map(Object.entries(options.lastGood));
  }

  /** State to go on with after the last commit that was read. */
  get lastGood(): Record<string, string> {
    return Object.fromEntries(this.#lastGood);
  }

  close(): void {
    this.#values.close();
  }

  /** Asks for all that the commits need, so that reading them does not wait for each file. */
  async prepare(diffs: CommitDiff[]): Promise<void> {
    const wanted: unknown[] = [];
    for (const { entries } of diffs) {
      for (const { before, after } of entries) {
        for (const side of [before, after]) {
          if (side && isFile(side)) {
            const value = this.#values.read(side.sha);
            if (value instanceof Promise) {
              wanted.push(value);
            }
          }
        }
      }
    }
    await Promise.all(wanted);
  }

  async read(diff: CommitDiff): Promise<ReadCommit> {
    const files: FileChange[] = [];
    const problems: string[] = [];
    for (const entry of diff.entries) {
      const path = entry.path.toString('utf8');
      const refuse = (reason: string) =>
        problems.push(
          `Commit ${diff.commit.slice(0, 7)}: ${path.replace(
            /\p{Cc}/gu,
            '?',
          )} was skipped, because ${reason}`,
        );
      const place = this.#pattern.match(path);
      if (!place) {
        continue;
      }
      if (!isUtf8(entry.path) || !isPlace(place)) {
        refuse('its path names no possible environment and service');
        continue;
      }
      const before =
        this.#lastGood.get(path) ?? (await this.#version(entry.before));
      this.#lastGood.delete(path);
      const after = await this.#side(entry.after);
      if ('problem' in after) {
        refuse(after.problem);
        if (before !== undefined) {
          this.#lastGood.set(path, before);
        }
        continue;
      }
      files.push({ path, place, before, after: after.version });
    }
    return { diff, files, problems };
  }

  async #version(side: Entry | undefined): Promise<string | undefined> {
    const value = await this.#side(side);
    return 'problem' in value ? undefined : value.version;
  }

  #side(side: Entry | undefined) {
    if (!side) {
      return { version: undefined };
    }
    if (!isFile(side)) {
      return {
        problem:
          side.mode === '120000'
            ? 'it is a symbolic link'
            : 'it is a submodule',
      };
    }
    return this.#values.read(side.sha);
  }
}

function isFile({ mode }: Entry): boolean {
  return mode.startsWith('100');
}

function isPlace({ environment, service }: Place): boolean {
  return (
    environment.length <= MAX_ENVIRONMENT &&
    environment.length + service.length <= MAX_PLACE &&
    !/\p{Cc}/u.test(environment + service)
  );
}
