import { ResponseError } from '@backstage/errors';

/** Whether a host without the plugin has answered: it has nothing at the address, and names no error as the plugin would. */
export function isPluginAbsent(error: unknown): boolean {
  return (
    ResponseError.is(error) &&
    error.statusCode === 404 &&
    error.cause.name !== 'NotFoundError'
  );
}
