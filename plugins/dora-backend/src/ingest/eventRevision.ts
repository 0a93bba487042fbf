import { createHash } from 'node:crypto';

/** Low bits of a revision, below the milliseconds. */
const ORDER_BITS = 2;
const HASH_BITS = 8;
const PLACES = 2 ** (ORDER_BITS + HASH_BITS);

/** Above this the product would be no exact integer; it is in the year 2248. */
const LATEST = Math.floor(Number.MAX_SAFE_INTEGER / PLACES) - 1;

/**
 * The revision of one report of several about the same thing: later ones are higher, those of one instant differ, and
 * the same report has the same one whenever it comes.
 */
export function eventRevision(options: {
  /** Milliseconds since the epoch. */
  at: number;
  /** 0 to 3, for what is later although it is of the same instant. */
  order: number;
  /** What tells the report from others. */
  identity: string;
}): number {
  const at = Math.min(Math.max(0, Math.floor(options.at)), LATEST);
  const hash = createHash('sha256').update(options.identity).digest()[0];
  return at * PLACES + options.order * 2 ** HASH_BITS + hash;
}
