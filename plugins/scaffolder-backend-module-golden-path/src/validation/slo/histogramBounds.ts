/**
 * `buckets: [0.1, 0.5]`, `Buckets: []float64{.1, .5}`, `_BUCKETS: tuple[float, ...] = (0.1, 0.5)` and the like: numbers alone, but
 * for infinity at the end.
 */
const LISTS =
  /buckets?["']?(?:\s{0,10}:\s{0,10}[\w<>[\],. ]{1,40}?)?\s{0,10}[:=]\s{0,10}(?:\[\]float64)?[[({]\s{0,200}(\.?\d[\d.eE+\-_,\s]{0,2000}?),?\s{0,200}(?:[\])}]|float\(|math\.|INF\b|Infinity\b)/gi;

/**
 * The bounds, in seconds, of the buckets that source code of an application gives a histogram: the list of numbers beside the word
 * bucket that is next to the name of the metric. Undefined where the code does not write them out.
 */
export function histogramBounds(options: {
  source: string;
  metric: string;
}): number[] | undefined {
  const { source, metric } = options;
  const name = new RegExp(`["'\`]${metric}["'\`]`).exec(source);
  if (!name) {
    return undefined;
  }
  const [nearest] = [...source.matchAll(LISTS)].sort(
    (a, b) => Math.abs(a.index - name.index) - Math.abs(b.index - name.index),
  );
  const bounds = nearest?.[1]
    .replace(/_/g, '')
    .split(/[,\s]+/)
    .filter(text => text !== '')
    .map(Number);
  return bounds?.every(Number.isFinite) ? bounds : undefined;
}
