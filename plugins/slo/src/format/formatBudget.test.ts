import { formatBudget } from './formatBudget';

describe('formatBudget', () => {
  it.each([
    [0.618, '61.8\u202f%', '38.2\u202f%', undefined],
    // Rounded each by itself these were 61.9 and 38.2, which is 100.1.
    [0.6185, '61.9\u202f%', '38.1\u202f%', undefined],
    [1.274, '127.4\u202f%', '−27.4\u202f%', '27.4\u202f%'],
    [0, '0.0\u202f%', '100.0\u202f%', undefined],
    [0.0002, '0.1\u202f%', '99.9\u202f%', undefined],
    [0.9998, '99.9\u202f%', '0.1\u202f%', undefined],
    [1, '100.0\u202f%', '0.0\u202f%', undefined],
    [1.0002, '100.1\u202f%', '−0.1\u202f%', '0.1\u202f%'],
    [null, '–', '–', undefined],
  ])('splits %p into used %p and left %p', (consumed, used, left, over) => {
    expect(formatBudget(consumed)).toEqual(
      over === undefined ? { used, left } : { used, left, over },
    );
  });
});
