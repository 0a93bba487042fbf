import { z } from 'zod';

/**
 * Schema of a body that a handler gets as it was sent, byte by byte.
 *
 * @public
 */
export function rawBody(description: string) {
  return z.instanceof(Buffer).meta({ description });
}
