import { InputError } from '@backstage/errors';
import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';

/** Why something can wait for somebody, in the order in which those of one instant and request are listed. */
export const reasons = [
  'approve',
  'review',
  'stalled',
  'confirm',
  'changes',
  'expiring',
] as const satisfies InboxItem['why'][];

/** Where an item stands in an inbox. */
export interface InboxPlace {
  /** Since when it waits, ms. */
  since: number;
  /** Of the request. */
  number: number;
  why: InboxItem['why'];
}

/** The longest wait first. */
export function comparePlaces(one: InboxPlace, other: InboxPlace): number {
  return (
    one.since - other.since ||
    one.number - other.number ||
    reasons.indexOf(one.why) - reasons.indexOf(other.why)
  );
}

/** What a client sends to get the page after an item. */
export function toCursor({ since, number, why }: InboxPlace): string {
  return Buffer.from(`${since}:${number}:${why}`).toString('base64url');
}

/** @throws InputError for what no answer had as cursor */
export function fromCursor(cursor: string | undefined): InboxPlace | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const [, since, number, name] =
    /^(\d{1,15}):(\d{1,9}):([a-z]{1,10})$/.exec(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) ?? [];
  const why = reasons.find(reason => reason === name);
  if (why === undefined) {
    throw new InputError(
      `cursor: expected one of an earlier answer, got '${cursor}'`,
    );
  }
  return { since: Number(since), number: Number(number), why };
}
