import type { PrometheusSeries } from './PrometheusSeries';

/** A series with one sample every `step` seconds, from `from` to `to` inclusive. */
export function gauge(
  name: string,
  labels: Record<string, string>,
  options: {
    from: number;
    to: number;
    step: number;
    value: (at: number) => number;
  },
): PrometheusSeries {
  const { from, to, step, value } = options;
  const samples = [];
  for (let at = from; at <= to; at += step) {
    samples.push({ at, value: value(at) });
  }
  return { name, labels, samples };
}
