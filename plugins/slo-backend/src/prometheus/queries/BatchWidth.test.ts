import { BatchWidth } from './BatchWidth';

const MINUTE = 60_000;

describe('BatchWidth', () => {
  it('halves at once and doubles every ten minutes', () => {
    const width = new BatchWidth();
    expect(width.expressions).toBe(100);
    width.narrow(100 * MINUTE);
    width.narrow(101 * MINUTE);
    expect(width.expressions).toBe(25);
    width.widen(110 * MINUTE);
    expect(width.expressions).toBe(25);
    width.widen(111 * MINUTE);
    width.widen(112 * MINUTE);
    expect(width.expressions).toBe(50);
    width.widen(121 * MINUTE);
    width.widen(131 * MINUTE);
    expect(width.expressions).toBe(100);
  });

  it('leaves room for both expressions of a ratio', () => {
    const width = new BatchWidth();
    for (let i = 0; i < 10; i += 1) {
      width.narrow(0);
    }
    expect(width.expressions).toBe(2);
  });
});
