import { formatThreshold } from './formatThreshold';

describe('formatThreshold', () => {
  it.each([
    [0.5, '500\u00a0ms'],
    [0.0025, '2.5\u00a0ms'],
    [1, '1\u00a0s'],
    [1.5, '1.5\u00a0s'],
    [undefined, '–'],
  ])('writes %p as %p', (seconds, expected) => {
    expect(formatThreshold(seconds)).toBe(expected);
  });
});
