import { isError } from '@backstage/errors';
import type express from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileAnswer } from './FileAnswer';

/** Sends a file, whole or in the parts that it comes in. */
export async function sendFile(
  res: express.Response,
  status: number,
  file: FileAnswer,
): Promise<void> {
  const { content, contentType, fileName, etag } = file;
  const isWhole = typeof content === 'string' || Buffer.isBuffer(content);
  // Before any header: what fails here is still answered as an error.
  const parts = isWhole ? undefined : await begun(content);
  res.status(status);
  if (fileName !== undefined) {
    res.attachment(fileName);
  }
  res.type(contentType);
  if (etag !== undefined) {
    res.set('ETag', etag);
  }
  if (!parts) {
    res.send(content);
    return;
  }
  try {
    await pipeline(Readable.from(parts), res);
  } catch (error) {
    // Broken off by then, for the status is out; a client that went away is no error.
    if (!isError(error) || error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      throw error;
    }
  }
}

/** The same parts, of which the first has come. */
async function begun(
  parts: AsyncIterable<string>,
): Promise<AsyncIterable<string>> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* rest() {
    try {
      for (let next = first; !next.done; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  })();
}
