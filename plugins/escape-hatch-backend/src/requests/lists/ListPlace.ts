import { InputError } from '@backstage/errors';

/** The last request of a page: the instant that the list is ordered by, if any, and its number. */
export interface ListPlace {
  /** ms */
  at: number;
  number: number;
}

/** What a client sends to get the page after a request. */
export function toPlace(place: ListPlace): string {
  return Buffer.from(`${place.at}:${place.number}`).toString('base64url');
}

/** @throws InputError for what no page had as its end */
export function fromPlace(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{1,15}):(\d{1,9})$/.exec(text);
  if (!match) {
    throw new InputError(
      `cursor: expected one of an earlier answer, got '${cursor}'`,
    );
  }
  return { at: Number(match[1]), number: Number(match[2]) };
}
