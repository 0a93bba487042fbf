/** The server as a whole cannot be asked: it is down, overloaded, refuses access or is no Prometheus. */
export class PrometheusError extends Error {
  readonly name = 'PrometheusError';
}
