import { budgetOf } from './budgetOf';
import { formatLength } from './formatLength';
import { parsePercent } from './percent';

const DAY = 24 * 60 * 60;

describe('budgetOf', () => {
  it.each([
    // 0.5 % of 2,592,000 s
    ['99.5', 30, 12_960, 5_000],
    // 259.2 s, floored
    ['99.99', 30, 259, 100],
    // 0.001 % of 604,800 s is 6.048 s
    ['99.999', 7, 6, 10],
    ['99.9999', 30, 2, 1],
    ['99.99999', 30, 0, 0.1],
    // 10 % of 7,776,000 s
    ['90', 90, 777_600, 100_000],
  ])('of %s %% over %i days', (percent, days, outageSeconds, failures) => {
    expect(budgetOf(parsePercent(percent)!, days * DAY)).toEqual({
      outageSeconds,
      failuresPerMillion: failures,
    });
  });
});

describe('formatLength', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [259, '4 min 19 s'],
    [2_592, '43 min'],
    [3_600, '1 h'],
    [12_960, '3 h 36 min'],
    [172_799, '47 h 59 min'],
    [172_800, '2 d'],
    [777_600, '9 d'],
    [183_600, '2 d 3 h'],
  ])('%i s is %s', (seconds, text) => {
    expect(formatLength(seconds).replaceAll('\u00a0', ' ')).toBe(text);
  });
});
