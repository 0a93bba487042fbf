import { timeChunks } from './timeChunks';

describe('timeChunks', () => {
  it.each([
    ['one instant', 300, 300, [[300, 300]]],
    ['exactly one chunk', 300, 900, [[300, 900]]],
    [
      'more than one, newest first',
      300,
      1500,
      [
        [900, 1500],
        [300, 600],
      ],
    ],
    ['an end between two steps', 300, 1000, [[300, 900]]],
    ['an end before the start', 600, 300, []],
  ])('cuts %s', (_, start, end, expected) => {
    expect(timeChunks({ start, end, step: 300, maxSteps: 3 })).toEqual(
      expected.map(([s, e]) => ({ start: s, end: e })),
    );
  });
});
