import { z } from 'zod';
import { plainText } from './plainText';

/** The version that the caller read. */
export const versionSchema = z.int().min(1).max(2_147_483_647);

/** A comment; blanks are none. */
export const commentSchema = plainText(5_000)
  .transform(text => (text.trim() === '' ? undefined : text))
  .optional();

/** What a decision takes. */
export const decisionSchema = z.strictObject({
  expectedVersion: versionSchema,
  comment: commentSchema,
});
