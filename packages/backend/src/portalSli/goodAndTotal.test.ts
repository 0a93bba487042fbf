import { goodAndTotal } from './goodAndTotal';

/** 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10 s and above */
const counted = [
  { status: 200, buckets: [40, 0, 0, 0, 0, 30, 20, 0, 0, 0, 1] },
  { status: 404, buckets: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  { status: 500, buckets: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  { status: 503, buckets: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0] },
];

describe('goodAndTotal', () => {
  it.each([
    ['a ratio', { form: 'ratio' as const }, { good: 94, total: 100 }],
    [
      'a latency of 0.5 s',
      { form: 'latency' as const, thresholdSeconds: 0.5 },
      { good: 75, total: 100 },
    ],
    [
      'a latency of 10 s',
      { form: 'latency' as const, thresholdSeconds: 10 },
      { good: 99, total: 100 },
    ],
  ])('of %s', (_, indicator, expected) => {
    expect(goodAndTotal(indicator, counted)).toEqual(expected);
  });

  it('of a minute without a request', () => {
    expect(goodAndTotal({ form: 'ratio' }, [])).toEqual({ good: 0, total: 0 });
  });

  it.each([
    [{ form: 'latency' as const, thresholdSeconds: 0.3 }, /got latency 0.3$/],
    [{ form: 'slices' as const }, /got slices$/],
  ])('refuses %p', (indicator, message) => {
    expect(() => goodAndTotal(indicator, counted)).toThrow(message);
  });
});
