/**
 * What kept one query from its answer. Only `refused` is certainly the query's own fault; a server in
 * trouble times out too.
 */
export type QueryFailure = 'refused' | 'timed-out' | 'too-large';

/** One query failed, though the server may be well. */
export class PrometheusQueryError extends Error {
  readonly name = 'PrometheusQueryError';
  readonly failure: QueryFailure;

  constructor(
    failure: QueryFailure,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.failure = failure;
  }
}
