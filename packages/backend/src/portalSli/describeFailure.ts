import { isError } from '@backstage/errors';

/** Why a request failed: what the server said, or what kept it from being reached. */
export function describeFailure(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return isError(error.cause) ? error.cause.message : error.message;
}
