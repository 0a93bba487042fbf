import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gitEnvironment } from '../demoGit/repositories/gitEnvironment';

const MARKS = 'marks';

/** A commit to be made. Instants are seconds since the epoch. */
export interface ImportedCommit {
  at: number;
  message: string;
  /** Content by path; other files are as in the first parent. */
  files: Record<string, string>;
  /** By their numbers; none for a root. */
  parents: number[];
}

/** Collects the commits of a bare repository with branch `main`, and makes them at once. */
export class FastImport {
  readonly #commands: string[] = ['feature done\n'];
  #commits = 0;

  /** @returns the commit's number */
  commit({ at, message, files, parents }: ImportedCommit): number {
    this.#commits += 1;
    const [first, ...merged] = parents;
    const who = `Demo <demo@example.com> ${at} +0000`;
    this.#commands.push(
      'commit refs/heads/main\n',
      `mark :${this.#commits}\n`,
      `author ${who}\n`,
      `committer ${who}\n`,
      data(message),
      ...(first ? [`from :${first}\n`] : []),
      ...merged.map(parent => `merge :${parent}\n`),
      ...Object.entries(files).flatMap(([path, content]) => [
        `M 100644 inline ${path}\n`,
        data(content),
      ]),
      '\n',
    );
    return this.#commits;
  }

  tag(name: string, commit: number) {
    this.#commands.push(`reset refs/tags/${name}\nfrom :${commit}\n\n`);
  }

  /**
   * Makes the repository; `main` is the last commit.
   *
   * @returns the SHAs of the commits by their numbers
   */
  async run(repository: string): Promise<Map<number, string>> {
    await mkdir(repository, { recursive: true });
    const env = gitEnvironment();
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
      { cwd: repository, env },
    );
    const child = spawn(
      'git',
      ['fast-import', '--quiet', `--export-marks=${MARKS}`],
      { cwd: repository, env, stdio: ['pipe', 'ignore', 'pipe'] },
    );
    const errors: string[] = [];
    child.stderr.setEncoding('utf8').on('data', text => errors.push(text));
    const ended = new Promise<void>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code =>
        code === 0
          ? resolve()
          : reject(
              new Error(
                `git fast-import ended with ${code}: ${errors.join('')}`,
              ),
            ),
      );
    });
    const written = pipeline(
      Readable.from([...this.#commands, 'done\n']),
      child.stdin,
    );
    // A broken pipe is only what follows from the end of git, which says why
    await Promise.all([ended, written.catch(() => ended)]);

    const marks = join(repository, MARKS);
    const lines = (await readFile(marks, 'utf8')).trimEnd().split('\n');
    await rm(marks);
    return new Map(
      lines.map(line => {
        const [mark, sha] = line.slice(1).split(' ');
        return [Number(mark), sha];
      }),
    );
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
