/**
 * Bytes of a request that is asked for, or changed: three texts and a comment as long as they may be, each of whose
 * characters may be written as `\u20ac`, which is how many clients send all but ASCII; and the rest.
 */
export const DRAFT_LIMIT = 250_000;
