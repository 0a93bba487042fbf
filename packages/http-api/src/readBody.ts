import { CustomErrorBase, InputError } from '@backstage/errors';
import express from 'express';

/** Body-parser's own default. */
const DEFAULT_LIMIT = 100_000;

/** The error middleware answers with the status it carries. */
class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/** Reads a body, JSON or as it was sent; errors say what is wrong without repeating what was sent. */
export async function readBody(
  req: express.Request,
  res: express.Response,
  options: {
    /** Content types of a body that is read as it was sent; left out, it is JSON. */
    consumes?: string[];
    limit?: number;
  },
): Promise<unknown> {
  const { consumes, limit = DEFAULT_LIMIT } = options;
  const expected = consumes ?? ['application/json'];
  if (!req.is(expected)) {
    throw new InputError(
      `body: expected content type ${expected.join(' or ')}, got ${
        req.headers['content-type'] ?? 'none'
      }`,
    );
  }
  // The parser would first read what it is going to refuse.
  if (Number(req.headers['content-length']) > limit) {
    throw tooLarge(limit);
  }
  const parser = consumes
    ? express.raw({ limit, type: () => true })
    : express.json({ limit, strict: false });
  await new Promise<void>((resolve, reject) => {
    parser(req, res, error =>
      error ? reject(translate(error, limit)) : resolve(),
    );
  });
  return req.body;
}

function translate(error: { type?: string; message?: string }, limit: number) {
  if (error.type === 'entity.too.large') {
    return tooLarge(limit);
  }
  if (error.type === 'entity.parse.failed') {
    return new InputError('body: expected valid JSON');
  }
  return new InputError(`body: could not be read (${error.type})`);
}

function tooLarge(limit: number) {
  return new PayloadTooLargeError(`body: expected at most ${limit} bytes`);
}
