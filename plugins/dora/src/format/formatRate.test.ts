import { formatRate } from './formatRate';

describe('formatRate', () => {
  it.each([
    [139 / 28, '5.0'],
    [34.75, '34.8'],
    [0.95, '1.0'],
    [0.94, '0.94'],
    [1 / 7, '0.14'],
    [0.004, '<0.01'],
    [0, '0.0'],
    [null, '–'],
    [undefined, '–'],
  ])('writes %p as %p', (value, expected) => {
    expect(formatRate(value)).toBe(expected);
  });
});
