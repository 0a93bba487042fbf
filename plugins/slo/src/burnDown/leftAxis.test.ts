import { leftAxis } from './leftAxis';

describe('leftAxis', () => {
  it.each([
    [0.4, -25, [100, 75, 50, 25, 0, -25]],
    [-0.25, -25, [100, 75, 50, 25, 0, -25]],
    [-0.274, -50, [100, 75, 50, 25, 0, -25, -50]],
    [-0.99, -100, [100, 75, 50, 25, 0, -25, -50, -75, -100]],
    // 450 points in steps of 25 were 19 lines.
    [-3.4, -350, [100, 0, -100, -200, -300]],
  ])('for %p left goes down to %p', (left, bottom, ticks) => {
    expect(leftAxis(left)).toEqual({ bottom, ticks });
  });
});
