import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Query parameters of every list.
 *
 * @public
 */
export const pageQuery = {
  /** Most items of a page. */
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
};

/**
 * Schema of one page of a list; without `nextCursor` it is the last one.
 *
 * @public
 */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/**
 * Position that a cursor stands for: 0 without one.
 *
 * @throws InputError where it is not one that `cursorOf` made
 * @public
 */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) {
    return 0;
  }
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^\d{1,9}$/.test(text)) {
    throw new InputError(
      `cursor: expected one of an earlier answer, got '${cursor}'`,
    );
  }
  return Number(text);
}

/**
 * The cursor that stands for a position, opaque to callers.
 *
 * @public
 */
export function cursorOf(offset: number): string {
  return Buffer.from(String(offset)).toString('base64url');
}
