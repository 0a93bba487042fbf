import { CustomErrorBase, InputError } from '@backstage/errors';
import express from 'express';

/** Body-parser's own default. */
const DEFAULT_LIMIT = 100_000;

/** The error middleware answers with the status it carries. */
class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/** Reads a JSON body; errors say what is wrong without repeating what was sent. */
export async function readJsonBody(
  req: express.Request,
  res: express.Response,
  limit: number = DEFAULT_LIMIT,
): Promise<unknown> {
  if (!req.is('application/json')) {
    throw new InputError(
      `body: expected content type application/json, got ${
        req.headers['content-type'] ?? 'none'
      }`,
    );
  }
  await new Promise<void>((resolve, reject) => {
    express.json({ limit, strict: false })(req, res, error =>
      error ? reject(translate(error, limit)) : resolve(),
    );
  });
  return req.body;
}

function translate(error: { type?: string; message?: string }, limit: number) {
  if (error.type === 'entity.too.large') {
    return new PayloadTooLargeError(`body: expected at most ${limit} bytes`);
  }
  if (error.type === 'entity.parse.failed') {
    return new InputError('body: expected valid JSON');
  }
  return new InputError(`body: could not be read (${error.type})`);
}
