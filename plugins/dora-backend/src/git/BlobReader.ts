import type { Git } from './Git';
import { GitError } from './GitError';
import type { GitProcess } from './GitProcess';

interface Request {
  sha: string;
  resolve: (blob: Buffer | 'too-large') => void;
  reject: (error: Error) => void;
}

/** Reads many blobs by one process. Questions may be asked before the last is answered. */
export class BlobReader {
  readonly #process: GitProcess;
  readonly #maxBytes: number;
  readonly #waiting: Request[] = [];
  #next = 0;
  #questions = '';
  #header = '';
  /** Bytes of the blob that are still to come, with the line break after it; -1 between blobs. */
  #missing = -1;
  #chunks: Buffer[] | undefined;
  #failure: Error | undefined;

  constructor(options: { git: Git; signal: AbortSignal; maxBytes: number }) {
    this.#maxBytes = options.maxBytes;
    this.#process = options.git.start(['cat-file', '--batch'], options);
    this.#process.stdout.on('data', chunk => this.#take(chunk));
    this.#process.ended.then(
      () => this.#fail(new GitError('git cat-file ended before its time')),
      error => this.#fail(error),
    );
  }

  /** The content of a blob, or that it is larger than allowed. */
  read(sha: string): Promise<Buffer | 'too-large'> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ sha, resolve, reject });
      // All questions of a turn go out together.
      if (this.#questions === '') {
        setImmediate(() => {
          this.#process.stdin.write(this.#questions);
          this.#questions = '';
        });
      }
      this.#questions += `${sha}\n`;
    });
  }

  close(): void {
    this.#process.kill('is no longer needed');
  }

  #take(chunk: Buffer): void {
    let start = 0;
    while (start < chunk.length && !this.#failure) {
      if (this.#missing === -1) {
        const end = chunk.indexOf(0x0a, start);
        const stop = end === -1 ? chunk.length : end;
        this.#header += chunk.toString('latin1', start, stop);
        start = stop + 1;
        if (end !== -1) {
          this.#begin();
        }
      } else {
        const part = chunk.subarray(start, start + this.#missing);
        this.#chunks?.push(part);
        this.#missing -= part.length;
        start += part.length;
        if (this.#missing === 0) {
          this.#finish();
        }
      }
    }
  }

  #begin(): void {
    const [sha, type, size] = this.#header.split(' ');
    this.#header = '';
    if (type !== 'blob') {
      this.#fail(new GitError(`expected the blob ${sha}, got '${type}'`));
      this.close();
      return;
    }
    this.#missing = Number(size) + 1;
    this.#chunks = Number(size) > this.#maxBytes ? undefined : [];
  }

  #finish(): void {
    const { resolve } = this.#waiting[this.#next++];
    const chunks = this.#chunks;
    this.#missing = -1;
    this.#chunks = undefined;
    if (this.#next === this.#waiting.length) {
      this.#waiting.length = 0;
      this.#next = 0;
    }
    resolve(chunks ? Buffer.concat(chunks).subarray(0, -1) : 'too-large');
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(this.#next)) {
      reject(this.#failure);
    }
  }
}
