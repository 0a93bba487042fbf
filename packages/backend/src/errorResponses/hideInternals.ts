import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';
import { describePublicly } from './describePublicly';

/**
 * Replaces every error by what its caller may see: no stack, file path, SQL or echoed body.
 * What is held back goes to the log, under an id that the caller is told.
 */
export function hideInternals({
  logger,
}: {
  logger: LoggerService;
}): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    const known = describePublicly(error);
    if (known) {
      next(known);
      return;
    }
    const id = randomUUID();
    logger.error(`Internal error ${id}`, error);
    next({
      name: 'InternalServerError',
      message: `An internal error occurred; the backend's log has it under ${id}`,
      statusCode: 500,
    });
  };
}
