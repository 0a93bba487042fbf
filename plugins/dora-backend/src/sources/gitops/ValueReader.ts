import { toError } from '@backstage/errors';
import { BlobReader } from '../../git/BlobReader';
import type { Git } from '../../git/Git';
import { readValue } from './readValue';

/** Larger files are no values of a service. */
const MAX_BYTES = 1_024 * 1_024;

/** Files that are remembered: each is read as the new side of one commit and the old side of the next. */
const REMEMBERED = 5_000;

/** The version that a file names, or why it cannot be read. */
export type FileValue = { version: string | undefined } | { problem: string };

/** Reads the versions that files name. */
export class ValueReader {
  readonly #blobs: BlobReader;
  readonly #path: (string | number)[];
  readonly #known = new Map<string, FileValue | Promise<FileValue>>();

  constructor(options: {
    git: Git;
    path: (string | number)[];
    signal: AbortSignal;
  }) {
    this.#blobs = new BlobReader({ ...options, maxBytes: MAX_BYTES });
    this.#path = options.path;
  }

  /** The value in a file, by the id of its content; a promise where it has to be read first. */
  read(sha: string): FileValue | Promise<FileValue> {
    const known = this.#known.get(sha);
    if (known) {
      return known;
    }
    const reading = this.#read(sha).then(value => {
      this.#known.set(sha, value);
      return value;
    });
    // The caller gets the failure.
    reading.catch(() => {});
    this.#known.set(sha, reading);
    if (this.#known.size > REMEMBERED) {
      const [oldest] = this.#known.keys();
      this.#known.delete(oldest);
    }
    return reading;
  }

  close(): void {
    this.#blobs.close();
  }

  async #read(sha: string): Promise<FileValue> {
    const blob = await this.#blobs.read(sha);
    if (blob === 'too-large') {
      return { problem: `it is larger than ${MAX_BYTES} bytes` };
    }
    try {
      const version = readValue(blob.toString('utf8'), this.#path);
      return isVersion(version)
        ? { version }
        : {
            problem:
              'its value is too long or has characters that no version has',
          };
    } catch (error) {
      return { problem: toError(error).message };
    }
  }
}

function isVersion(text: string | undefined): boolean {
  return (
    text === undefined ||
    // An escape in YAML may be half a character.
    (text.length <= 500 && !/[\p{Cc}\p{Surrogate}]/u.test(text))
  );
}
