import { histogramBounds } from './histogramBounds';

const metric = 'a_seconds';

describe('histogramBounds', () => {
  it.each<[string, string, number[] | undefined]>([
    [
      'TypeScript',
      "new Histogram({ name: 'a_seconds', buckets: [0.1, 0.25, 1] })",
      [0.1, 0.25, 1],
    ],
    [
      'several lines',
      'name: "a_seconds",\nbuckets: [\n  0.1,\n  1,\n],',
      [0.1, 1],
    ],
    ['Go', 'Name: "a_seconds",\nBuckets: []float64{.1, 0.5},\n', [0.1, 0.5]],
    [
      'Go with zeros',
      'Name: "a_seconds",\nBuckets: []float64{0.1, 0.5},\n',
      [0.1, 0.5],
    ],
    [
      'Python',
      '_BUCKETS = (0.1, 0.5, 1)\nHistogram("a_seconds", "…", buckets=_BUCKETS)\n',
      [0.1, 0.5, 1],
    ],
    [
      'Python with types and infinity',
      'BUCKETS: tuple[float, ...] = (\n  0.1,\n  0.5,\n  float("inf"),\n)\nHistogram("a_seconds")',
      [0.1, 0.5],
    ],
    [
      'TypeScript with types',
      "const buckets: number[] = [0.1, Infinity];\nname: 'a_seconds'",
      [0.1],
    ],
    ['numbers and names', "name: 'a_seconds', buckets: [0.1, SLOW]", undefined],
    [
      'exponents and underscores',
      "name: 'a_seconds', buckets: [1e-3, 1_000]",
      [0.001, 1000],
    ],
    ['another metric', "name: 'b_seconds', buckets: [1]", undefined],
    ['a longer name', "name: 'a_seconds_total', buckets: [1]", undefined],
    ['no buckets', "name: 'a_seconds'", undefined],
    [
      'words',
      "name: 'a_seconds', buckets: exponentialBuckets(1, 2, three)",
      undefined,
    ],
    [
      'the nearest of two',
      "name: 'b', buckets: [7],\n\n\n\n\nname: 'a_seconds', buckets: [1],",
      [1],
    ],
  ])('in %s', (_, source, expected) => {
    expect(histogramBounds({ source, metric })).toEqual(expected);
  });

  it('takes a moment for the worst', () => {
    const before = performance.now();
    histogramBounds({
      source: `'a_seconds' ${'bucket'.repeat(40_000)}`,
      metric,
    });
    histogramBounds({
      source: `'a_seconds' ${'bucket: [1,'.repeat(20_000)}`,
      metric,
    });
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
