import fc from 'fast-check';
import { quantile } from './quantile';
import { summarizeSeconds } from './summarizeSeconds';
import { sumSeconds } from './sumSeconds';

describe('summarizeSeconds', () => {
  it('has no values for an empty sample', () => {
    expect(summarizeSeconds(new Float64Array())).toEqual({
      n: 0,
      meanSeconds: null,
      medianSeconds: null,
      p90Seconds: null,
    });
  });

  it('summarises a sample in any order', () => {
    // mean (60 + 120 + 3600 + 7200) / 4, median (120 + 3600) / 2, p90 at rank 2.7
    expect(summarizeSeconds(Float64Array.of(7_200, 60, 3_600, 120))).toEqual({
      n: 4,
      meanSeconds: 2_745,
      medianSeconds: 1_860,
      p90Seconds: 6_120,
    });
  });

  it('has the quantiles of the sorted sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000_000), { minLength: 1, maxLength: 60 }),
        seconds => {
          const sorted = [...seconds].sort((a, b) => a - b);
          expect(summarizeSeconds(Float64Array.from(seconds))).toMatchObject({
            medianSeconds: quantile(sorted, 0.5),
            p90Seconds: quantile(sorted, 0.9),
          });
        },
      ),
    );
  });

  it('adds tenths without rounding errors', () => {
    expect(sumSeconds([0.1, 0.2, 0.3])).toBe(0.6);
  });
});
