/** One series of a metric, in the text format of Prometheus. */
export interface Series {
  metric: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads what `/metrics` answers, as far as these applications use the format. */
export function seriesOf(text: string): Series[] {
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [, metric, labels = '', value] =
        /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (!metric) {
        throw new Error(`Not a series: ${line}`);
      }
      return {
        metric,
        labels: Object.fromEntries(
          [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, own]) => [
            key,
            own,
          ]),
        ),
        value: Number(value),
      };
    });
}
