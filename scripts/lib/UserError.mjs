/** A failure that one sentence explains: printed without a stack. */
export class UserError extends Error {
  name = 'UserError';
}
