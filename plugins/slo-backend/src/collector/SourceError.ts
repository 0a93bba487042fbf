import { isError } from '@backstage/errors';

/** A source as a whole could not be asked; anything else that goes wrong in a pass is no fault of it. */
export class SourceError extends Error {
  readonly name = 'SourceError';

  static async from<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      throw new SourceError(message, { cause: error });
    }
  }
}
