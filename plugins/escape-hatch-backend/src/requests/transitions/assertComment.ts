import { InputError } from '@backstage/errors';

/** @throws InputError by the guard `comment-missing` */
export function assertComment(
  action: string,
  comment: string | undefined,
): string {
  if (comment === undefined || comment.trim() === '') {
    throw new InputError(
      `comment-missing: comment: expected a reason to ${action.replace(
        '-',
        ' ',
      )}, got none`,
    );
  }
  return comment;
}
