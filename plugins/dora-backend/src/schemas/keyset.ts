import { InputError } from '@backstage/errors';

/** The last item of a page, in a list by time and id, newest first. */
export interface PagePlace {
  /** ms */
  at: number;
  id: string;
}

/** What a client sends to get the page after an item. */
export function toCursor(place: PagePlace): string {
  return Buffer.from(`${place.at}:${place.id}`).toString('base64url');
}

/** @throws InputError for what no answer had as cursor */
export function fromCursor(cursor: string | undefined): PagePlace | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{1,15}):([\w.-]{1,50})$/.exec(text);
  if (!match) {
    throw new InputError(
      `cursor: expected one of an earlier answer, got '${cursor}'`,
    );
  }
  return { at: Number(match[1]), id: match[2] };
}
