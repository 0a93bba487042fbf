import { ErrorLike, isError, stringifyError } from '@backstage/errors';

/** Errors that plugins throw in order to answer, beside those that carry a status of their own. */
const answers = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'MissingIndexError',
  'NotAllowedError',
  'NotFoundError',
  'NotImplementedError',
  'NotModifiedError',
  'ServiceUnavailableError',
]);

/** The part of an error that was meant for the caller, or undefined where none of it was. */
export function describePublicly(error: unknown): ErrorLike | undefined {
  if (!isError(error)) {
    return undefined;
  }
  const status = [error.statusCode, error.status].find(isClientStatus);
  if (status === undefined && !answers.has(error.name)) {
    return undefined;
  }
  if (isUnreadableJson(error)) {
    return {
      name: 'InputError',
      message: 'The request body is not valid JSON',
    };
  }
  return {
    name: error.name,
    message:
      error.type === 'entity.too.large'
        ? `The request body is larger than the limit of ${error.limit} bytes`
        : withoutPrivateCause(error),
    ...(status !== undefined && { statusCode: status }),
  };
}

function isClientStatus(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** The parser's message repeats the body; generated routers pass it on without its type. */
function isUnreadableJson(error: ErrorLike): boolean {
  return (
    error.type === 'entity.parse.failed' ||
    /^Unexpected token .* is not valid JSON$/s.test(error.message)
  );
}

/** Backstage errors append their cause, which may be a driver's or the file system's. */
function withoutPrivateCause(error: ErrorLike): string {
  const tail = `; caused by ${stringifyError(error.cause)}`;
  return error.message.endsWith(tail) && !describePublicly(error.cause)
    ? error.message.slice(0, -tail.length)
    : error.message;
}
