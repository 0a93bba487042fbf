import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backendUrl } from './backendUrl';

/** A clone of a repository of the demo's git server, as somebody has it who may push with the demo's token. */
export class DemoClone {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static open(repository: string): DemoClone {
    const clone = new DemoClone(mkdtempSync(join(tmpdir(), `${repository}-`)));
    const url = new URL(`${backendUrl}/api/demo-git/${repository}.git`);
    url.username = 'anyone';
    url.password = 'golden-path-demo-token';
    clone.git('clone', '--quiet', url.href, '.');
    clone.git('config', 'user.name', 'Publishing lead');
    clone.git('config', 'user.email', 'publishing-lead@example.com');
    return clone;
  }

  /** What git prints, without the last line break. */
  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    }).trimEnd();
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Changes a file, commits and pushes. */
  change(path: string, message: string, edit: (content: string) => string) {
    writeFileSync(join(this.folder, path), edit(this.read(path)));
    this.git('commit', '--quiet', '--all', `--message=${message}`);
    this.git('push', '--quiet', 'origin', 'main');
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
