/**
 * Sums the series of a metric in Prometheus' text format.
 *
 * @param options.having - what their labels have to match
 */
export function sumSeries(
  exposition: string,
  options: { metric: string; having?: RegExp },
): number {
  const { metric, having = /^/ } = options;
  return exposition
    .split('\n')
    .filter(line => line.startsWith(`${metric}{`) && having.test(line))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
