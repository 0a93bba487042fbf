import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Query parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(100).optional(),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/** Position that a cursor stands for. */
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

export function cursorOf(offset: number): string {
  return Buffer.from(String(offset)).toString('base64url');
}
