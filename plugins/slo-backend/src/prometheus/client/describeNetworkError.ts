import { isError } from '@backstage/errors';

/** Why `fetch` failed; it hides the reason in the causes, once per address that it tried. */
export function describeNetworkError(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  if (Array.isArray(error.errors) && error.errors.length > 0) {
    return error.errors.map(describeNetworkError).join(', ');
  }
  return error.cause ? describeNetworkError(error.cause) : error.message;
}
