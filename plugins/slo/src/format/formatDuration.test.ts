import { formatDuration, formatSpan } from './formatDuration';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [259, '4 min 19 s'],
    [599, '9 min 59 s'],
    [600, '10 min'],
    [2592, '43 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [4950, '1 h 22 min'],
    [7800, '2 h 10 min'],
    [93_599, '25 h 59 min'],
    [172_799, '47 h 59 min'],
    [172_800, '2 d'],
    [183_600, '2 d 3 h'],
    [529_199, '6 d 2 h'],
    [-710, '11 min'],
    [null, '–'],
    [undefined, '–'],
  ])('writes %p seconds as %p', (seconds, expected) => {
    expect(plain(formatDuration(seconds))).toBe(expected);
  });

  it('keeps numbers and units on one line', () => {
    expect(formatDuration(4950)).toBe('1\u00a0h 22\u00a0min');
  });
});

describe('formatSpan', () => {
  it.each([
    [2_592_000, '30 d'],
    [86_400, '1 d'],
    [21_600, '6 h'],
    [300, '5 min'],
    [30, '30 s'],
    [90_000, '25 h'],
    [90, '1 min 30 s'],
  ])('writes %p seconds as %p', (seconds, expected) => {
    expect(plain(formatSpan(seconds))).toBe(expected);
  });
});
