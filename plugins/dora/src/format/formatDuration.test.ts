import { formatDuration } from './formatDuration';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [519, '8 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [4920, '1 h 22 min'],
    [79_800, '22 h 10 min'],
    [86_399, '23 h 59 min'],
    [86_400, '24 h'],
    [129_600, '36 h'],
    [172_799, '47 h'],
    [172_800, '2 d'],
    [1_065_600, '12 d 8 h'],
    [-5160, '1 h 26 min'],
    [null, '–'],
    [undefined, '–'],
  ])('writes %p seconds as %p', (seconds, expected) => {
    expect(plain(formatDuration(seconds))).toBe(expected);
  });

  it('keeps numbers and units on one line', () => {
    expect(formatDuration(4920)).toBe('1\u00a0h 22\u00a0min');
  });
});
