import { parseQuantity } from './parseQuantity';

const GIGA = 1_000_000_000n;

describe('parseQuantity', () => {
  it.each<[unknown, bigint]>([
    ['1', GIGA],
    ['100m', 100_000_000n],
    ['0.1', 100_000_000n],
    ['.5', 500_000_000n],
    ['5.', 5n * GIGA],
    ['+2', 2n * GIGA],
    ['-1', -GIGA],
    ['0', 0n],
    ['1u', 1_000n],
    ['1n', 1n],
    ['1k', 1_000n * GIGA],
    ['1M', 1_000_000n * GIGA],
    ['1Ki', 1_024n * GIGA],
    ['128Mi', 134_217_728n * GIGA],
    ['1.5Gi', 1_610_612_736n * GIGA],
    ['1Ei', 1_152_921_504_606_846_976n * GIGA],
    ['1E', 1_000_000_000_000_000_000n * GIGA],
    ['1E3', 1_000n * GIGA],
    ['1e3', 1_000n * GIGA],
    ['1e-3', 1_000_000n],
    [1, GIGA],
    [0.1, 100_000_000n],
    [1e21, 1_000_000_000_000_000_000_000n * GIGA],
    // Less than a billionth is rounded up, away from nothing.
    ['0.1n', 1n],
    ['1.0000000001', 1_000_000_001n],
  ])('reads %p', (value, expected) => {
    expect(parseQuantity(value)).toBe(expected);
  });

  it.each([
    '',
    '.',
    'm',
    '1 Mi',
    ' 1',
    '1\n',
    '128mi',
    '128MB',
    '1e',
    '1e1.5',
    '1e100',
    '1_000',
    '0x10',
    '１',
    'NaN',
    NaN,
    Infinity,
    null,
    undefined,
    true,
    [],
    {},
    '9'.repeat(65),
  ])('refuses %p', value => {
    expect(parseQuantity(value)).toBeUndefined();
  });

  it('takes no time for what is long', () => {
    const before = performance.now();
    expect(parseQuantity('1'.repeat(1_000_000))).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(100);
  });
});
