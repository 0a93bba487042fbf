import type { GitProcess } from './GitProcess';

/** Longest piece; a path has at most a few thousand bytes, a message of a commit may have more. */
const MAX_BYTES = 16 * 1_024 * 1_024;

/**
 * What a process prints, cut at each `separator` byte, in lots as they come. Ends with the process.
 *
 * @throws GitError when the process fails
 */
export async function* splitOutput(
  git: GitProcess,
  separator: number,
): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
      const pieces: Buffer[] = [];
      let start = 0;
      for (;;) {
        const end = chunk.indexOf(separator, start);
        if (end === -1) {
          break;
        }
        const piece = chunk.subarray(start, end);
        pieces.push(rest.length > 0 ? Buffer.concat([...rest, piece]) : piece);
        rest = [];
        size = 0;
        start = end + 1;
      }
      if (start < chunk.length) {
        rest.push(chunk.subarray(start));
        size += chunk.length - start;
        if (size > MAX_BYTES) {
          git.kill(`printed a piece of more than ${MAX_BYTES} bytes`);
        }
      }
      if (pieces.length > 0) {
        yield pieces;
      }
    }
    await git.ended;
    if (rest.length > 0) {
      yield [Buffer.concat(rest)];
    }
  } finally {
    git.kill('is no longer needed');
  }
}
