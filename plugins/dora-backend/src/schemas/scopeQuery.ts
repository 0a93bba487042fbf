import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { toMs } from '../database/instants';
import type { Span } from '../metrics/LocalCalendar';

const MS_OF_DAY = 86_400_000;

/** Default length of a window. */
const DEFAULT_DAYS = 30;

/** Longest window; with the one before it, more than events are kept for. */
const MAX_DAYS = 1_830;

/** `all` or a full entity ref, in the catalog's own spelling. */
export const scopeSchema = z
  .string()
  .max(255)
  .transform((ref, context) => {
    try {
      return ref === 'all' ? ref : stringifyEntityRef(parseEntityRef(ref));
    } catch {
      context.addIssue({
        code: 'custom',
        message: `expected 'all' or a full entity ref such as component:default/api-service, got '${ref}'`,
      });
      return z.NEVER;
    }
  });

const instant = z.iso.datetime({ offset: true });

/** Query parameters of whatever is about a scope in a window. */
export const scopeQuery = {
  scope: scopeSchema.default('all'),
  from: instant.optional(),
  to: instant.optional(),
};

/**
 * The window that a query asks for; the last 30 days where it does not say.
 *
 * @throws InputError for a window that is empty or too long
 */
export function readWindow(
  query: { from?: string; to?: string },
  now: number,
): Span {
  const to = query.to === undefined ? now : toMs(query.to);
  const from =
    query.from === undefined ? to - DEFAULT_DAYS * MS_OF_DAY : toMs(query.from);
  if (from >= to) {
    throw new InputError(
      `from: expected an instant before to, got ${query.from ?? from} and ${
        query.to ?? 'now'
      }`,
    );
  }
  if (to - from > MAX_DAYS * MS_OF_DAY) {
    throw new InputError(
      `from: expected at most ${MAX_DAYS} days before to, got ${
        (to - from) / MS_OF_DAY
      }`,
    );
  }
  return { from, to };
}
