/** One time series for a test. */
export interface PrometheusSeries {
  /** Metric name. */
  name: string;
  labels: Record<string, string>;
  /** Instants in seconds since the epoch, ascending. */
  samples: { at: number; value: number }[];
}
