import type {
  LatencyIndicator,
  RatioIndicator,
  SlicesIndicator,
} from '../definition/Indicator';
import { indicatorFingerprint } from './indicatorFingerprint';

const RATIO: RatioIndicator = {
  form: 'ratio',
  good: 'sum by (job) (rate(a{x="1  2"}[5m]))',
  total: 'sum(rate(b[5m]))',
  inferred: true,
  warnings: [],
  rangeSeconds: 300,
};

const LATENCY: LatencyIndicator = {
  form: 'latency',
  good: 'sum(rate(x_bucket{le="0.5"}[5m]))',
  total: 'sum(rate(x_count[5m]))',
  thresholdSeconds: 0.5,
  buckets: 'x_bucket',
  inferred: true,
  warnings: [],
};

const SLICES: SlicesIndicator = {
  form: 'slices',
  query: 'lag offset 5m',
  op: 'lt',
  value: 5,
  selector: 'lag',
  inferred: true,
  warnings: [],
};

describe('indicatorFingerprint', () => {
  it.each([
    ['warnings', RATIO, { ...RATIO, warnings: ['!'], inferred: false }],
    [
      'layout',
      RATIO,
      {
        ...RATIO,
        good: 'sum by(job)(\n  # good ones\n  rate(a{x="1  2"}[5m])\n)',
      },
    ],
    ['known buckets', LATENCY, { ...LATENCY, buckets: undefined }],
    ['the selector', SLICES, { ...SLICES, selector: undefined }],
    ['a comment', SLICES, { ...SLICES, query: 'lag offset # back\n5m' }],
  ])('is the same with other %s', (_, one, other) => {
    expect(indicatorFingerprint(other)).toBe(indicatorFingerprint(one));
  });

  it.each([
    ['good', RATIO, { ...RATIO, good: 'sum(rate(c[5m]))' }],
    [
      'a text in a query',
      RATIO,
      { ...RATIO, good: RATIO.good?.replace('  ', ' ') },
    ],
    ['bad', RATIO, { ...RATIO, good: undefined, bad: RATIO.good }],
    ['total', RATIO, { ...RATIO, total: 'sum(rate(c[5m]))' }],
    ['range', RATIO, { ...RATIO, rangeSeconds: 60 }],
    ['threshold', LATENCY, { ...LATENCY, thresholdSeconds: 0.25 }],
    ['query', SLICES, { ...SLICES, query: 'lag' }],
    ['op', SLICES, { ...SLICES, op: 'lte' as const }],
    ['value', SLICES, { ...SLICES, value: 6 }],
  ])('changes with %s', (_, one, other) => {
    expect(indicatorFingerprint(other)).not.toBe(indicatorFingerprint(one));
  });

  it('changes with length and target of slices', () => {
    const fingerprints = [
      {},
      { sliceSeconds: 60 },
      { sliceSeconds: 300 },
      { sliceSeconds: 60, sliceTarget: 0.9 },
      { sliceSeconds: 60, sliceTarget: 0.95 },
    ].map(slices => indicatorFingerprint(SLICES, slices));

    expect(new Set(fingerprints).size).toBe(5);
  });

  it('does not depend on the order of fields', () => {
    const { good, ...rest } = RATIO;

    expect(indicatorFingerprint({ ...rest, good })).toBe(
      indicatorFingerprint(RATIO),
    );
  });
});
