import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { gitEnvironment } from './gitEnvironment';
import { runGit } from './runGit';

/** The newest commit of a branch. */
export interface Branch {
  name: string;
  /** SHA. */
  commit: string;
  at: Date;
  subject: string;
}

/** A file, a folder, or what else git knows, such as a link. */
export interface TreeEntry {
  type: 'file' | 'folder' | 'other';
  sha: string;
  /** Bytes of a file. */
  size: number;
  /** Within the listed folder. */
  path: string;
}

/** What a branch does to a file. */
export interface FileChange {
  status: 'added' | 'deleted' | 'changed';
  path: string;
}

const FIELDS = ['refname:lstrip=2', 'objectname', 'committerdate:unix'];

/** Reads one of the demo's bare repositories by git's plumbing. Paths and branches are never options or patterns. */
export class GitRepository {
  readonly name: string;
  readonly directory: string;

  constructor(options: { name: string; directory: string }) {
    this.name = options.name;
    this.directory = options.directory;
  }

  /** Newest first. */
  async branches(): Promise<Branch[]> {
    const format = [...FIELDS, 'contents:subject'].map(it => `%(${it})`);
    const printed = await this.#text([
      'for-each-ref',
      '--sort=-committerdate',
      `--format=${format.join('%00')}`,
      'refs/heads/',
    ]);
    return lines(printed, '\n').map(line => {
      const [name, commit, at, subject] = line.split('\0');
      return { name, commit, at: new Date(Number(at) * 1_000), subject };
    });
  }

  /** Name of the branch that a clone checks out; it may have no commit yet. */
  async defaultBranch(): Promise<string> {
    const printed = await this.#text(['symbolic-ref', '--short', 'HEAD']);
    return printed.trim();
  }

  /** What is at a path; undefined for nothing. The empty path is the root folder. */
  async find(commit: string, path: string): Promise<TreeEntry | undefined> {
    if (path === '') {
      return { type: 'folder', sha: `${commit}^{tree}`, size: 0, path };
    }
    // Git would take these for places outside of the repository, or for another way to say the same
    if (path.split('/').some(name => ['', '.', '..'].includes(name))) {
      return undefined;
    }
    const [entry] = await this.#entries([commit, '--', path]);
    return entry;
  }

  /** What a folder has, folders first. */
  async list(folder: TreeEntry): Promise<TreeEntry[]> {
    const entries = await this.#entries([folder.sha]);
    const rank = ({ type }: TreeEntry) => (type === 'folder' ? 0 : 1);
    return entries.sort((a, b) => rank(a) - rank(b));
  }

  /** All files below a folder. */
  async files(folder: TreeEntry): Promise<TreeEntry[]> {
    const entries = await this.#entries(['-r', folder.sha]);
    return entries.filter(({ type }) => type === 'file');
  }

  async read(file: TreeEntry): Promise<Buffer> {
    return runGit(this.directory, ['cat-file', 'blob', file.sha]);
  }

  /** Files that a commit has different from where it left another; undefined for histories with nothing in common. */
  async changes(
    base: string,
    commit: string,
  ): Promise<FileChange[] | undefined> {
    const fork = await this.#text(['merge-base', base, commit]).catch(() => '');
    if (!fork) {
      return undefined;
    }
    const printed = await this.#text([
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--name-status',
      fork.trim(),
      commit,
    ]);
    const parts = lines(printed, '\0');
    const statuses = { A: 'added', D: 'deleted' } as const;
    return Array.from({ length: parts.length / 2 }, (_, index) => ({
      status: statuses[parts[2 * index] as 'A' | 'D'] ?? 'changed',
      path: parts[2 * index + 1],
    }));
  }

  /** A folder as a tar archive. */
  archive(folder: TreeEntry): Readable {
    const child = spawn(
      'git',
      [`--git-dir=${this.directory}`, 'archive', '--format=tar', folder.sha],
      {
        cwd: this.directory,
        env: gitEnvironment(),
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const { stdout } = child;
    child.once('error', error => stdout.destroy(error));
    stdout.once('close', () => child.kill('SIGKILL'));
    return stdout;
  }

  async #entries(args: string[]): Promise<TreeEntry[]> {
    const printed = await this.#text(['ls-tree', '-z', '-l', ...args]);
    return lines(printed, '\0').map(line => {
      const [head, path] = splitOnce(line, '\t');
      const [mode, type, sha, size] = head.split(/ +/);
      return { type: typeOf(mode, type), sha, size: Number(size) || 0, path };
    });
  }

  async #text(args: string[]): Promise<string> {
    return (await runGit(this.directory, args)).toString('utf8');
  }
}

function typeOf(mode: string, type: string): TreeEntry['type'] {
  if (type === 'tree') {
    return 'folder';
  }
  // A link leads elsewhere, and a submodule is no object of this repository
  return type === 'blob' && mode.startsWith('100') ? 'file' : 'other';
}

function lines(printed: string, separator: string): string[] {
  return printed.split(separator).filter(Boolean);
}

function splitOnce(line: string, separator: string): [string, string] {
  const at = line.indexOf(separator);
  return [line.slice(0, at), line.slice(at + separator.length)];
}
