import { sliceTiles } from './sliceTiles';

describe('sliceTiles', () => {
  it.each([
    ['lt', 0.4, 1],
    ['lt', 0.5, 0],
    ['lte', 0.5, 1],
    ['lte', 0.6, 0],
    ['gt', 0.5, 0],
    ['gt', 0.6, 1],
    ['gte', 0.5, 1],
    ['gte', 0.4, 0],
    ['lt', Infinity, 0],
    ['gt', Infinity, 1],
    ['lt', -1, 1],
  ] as const)('judges %s 0.5 of %d as %d', (op, measured, good) => {
    expect(
      sliceTiles({
        values: new Map([[120, measured]]),
        op,
        value: 0.5,
        tileSeconds: 60,
      }),
    ).toEqual([{ start: 60, good, total: 1, anomaly: false }]);
  });

  it('leaves out slices without a number and sorts the others', () => {
    const values = new Map([
      [180, 1],
      [120, NaN],
      [60, 0],
    ]);
    expect(
      sliceTiles({ values, op: 'lt', value: 0.5, tileSeconds: 60 }),
    ).toEqual([
      { start: 0, good: 1, total: 1, anomaly: false },
      { start: 120, good: 0, total: 1, anomaly: false },
    ]);
  });
});
