/**
 * Why a query cannot be used, and where in its text.
 */
export class PromqlError extends Error {
  /** The query's full text; tells which of several queries is meant. */
  readonly query: string;
  /** Index into the query's text. */
  readonly offset: number;

  constructor(query: string, offset: number, message: string) {
    super(message);
    this.name = 'PromqlError';
    this.query = query;
    this.offset = offset;
  }
}
