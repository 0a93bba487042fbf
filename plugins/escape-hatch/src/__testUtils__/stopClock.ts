import { now } from '../__fixtures__/now';

/** Holds the date at the fixtures' moment for each test of a file, while timers run as usual. */
export function stopClock() {
  beforeEach(() => {
    jest.useFakeTimers({
      now,
      doNotFake: [
        'cancelAnimationFrame',
        'cancelIdleCallback',
        'clearImmediate',
        'clearInterval',
        'clearTimeout',
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'requestAnimationFrame',
        'requestIdleCallback',
        'setImmediate',
        'setInterval',
        'setTimeout',
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}
