import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A file's content, a link's target or a submodule's commit; null removes it. */
type Content = string | null | { link: string } | { submodule: string };

export interface TestCommit {
  /** Seconds since the epoch. */
  at: number;
  /** Default: `at`. */
  authoredAt?: number;
  message?: string;
  files?: Record<string, Content>;
  /** Default: `main`. */
  branch?: string;
  /** Commits; default: the branch's tip. An empty list begins a history. */
  parents?: string[];
}

/** A bare repository in a temporary folder, made by `git fast-import`. */
export class TestRepository {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  get url(): string {
    return `file://${this.path}`;
  }

  static async create(): Promise<TestRepository> {
    const folder = await mkdtemp(join(tmpdir(), 'dora-repository-'));
    const path = join(folder, 'repository.git');
    const repository = new TestRepository(path);
    await promisify(execFile)('git', [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      path,
    ]);
    return repository;
  }

  async remove(): Promise<void> {
    await rm(join(this.path, '..'), { recursive: true, force: true });
  }

  /** Any git command in the repository. */
  async git(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(
      'git',
      [`--git-dir=${this.path}`, ...args],
      { env: { ...process.env, GIT_COMMITTER_DATE: '1700000000 +0000' } },
    );
    return stdout.trim();
  }

  async commit(commit: TestCommit): Promise<string> {
    const [sha] = await this.commits([commit]);
    return sha;
  }

  /** Makes commits, each on top of the last of its branch; returns their ids. */
  async commits(list: TestCommit[]): Promise<string[]> {
    const started = new Set<string>();
    const tips = (
      await this.git('for-each-ref', '--format=%(refname)', 'refs/heads/')
    ).split('\n');
    let stream = '';
    for (const [index, commit] of list.entries()) {
      const { branch = 'main', message = `Commit ${index}`, at } = commit;
      const ref = `refs/heads/${branch}`;
      const [first, ...others] = commit.parents ?? [];
      if (commit.parents?.length === 0) {
        stream += `reset ${ref}\n`;
      }
      stream += `commit ${ref}\nmark :${index + 1}\n`;
      stream += `author Ann <ann@example.com> ${
        commit.authoredAt ?? at
      } +0000\n`;
      stream += `committer Ben <ben@example.com> ${at} +0000\n`;
      stream += `data ${Buffer.byteLength(message)}\n${message}\n`;
      if (first) {
        stream += `from ${first}\n`;
      } else if (!commit.parents && !started.has(ref) && tips.includes(ref)) {
        stream += `from ${ref}^0\n`;
      }
      stream += others.map(parent => `merge ${parent}\n`).join('');
      for (const [path, content] of Object.entries(commit.files ?? {})) {
        stream += fileChange(path, content);
      }
      stream += `\nget-mark :${index + 1}\n`;
      started.add(ref);
    }
    const answer = await this.#import(stream);
    return answer.trim().split('\n');
  }

  async #import(stream: string): Promise<string> {
    const git = spawn(
      'git',
      [`--git-dir=${this.path}`, 'fast-import', '--quiet', '--force'],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    let answer = '';
    git.stdout.on('data', chunk => {
      answer += chunk;
    });
    git.stdin.end(`${stream}done\n`);
    const code = await new Promise(resolve => git.once('close', resolve));
    if (code !== 0) {
      throw new Error(`git fast-import ended with ${code}`);
    }
    return answer;
  }
}

function fileChange(path: string, content: Content): string {
  const quoted = `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  if (content === null) {
    return `D ${quoted}\n`;
  }
  if (typeof content === 'object' && 'submodule' in content) {
    return `M 160000 ${content.submodule} ${quoted}\n`;
  }
  const [mode, text] =
    typeof content === 'string'
      ? ['100644', content]
      : ['120000', content.link];
  return `M ${mode} inline ${quoted}\ndata ${Buffer.byteLength(
    text,
  )}\n${text}\n`;
}
