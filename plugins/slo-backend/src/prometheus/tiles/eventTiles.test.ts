import { eventTiles } from './eventTiles';

const END = 600;

function tile(counts: 'good' | 'bad', counted?: number, total?: number) {
  return eventTiles({
    counts,
    counted: new Map(counted === undefined ? [] : [[END, counted]]),
    total: new Map(total === undefined ? [] : [[END, total]]),
    tileSeconds: 300,
    missingCount: 'none-counted',
  });
}

describe('eventTiles', () => {
  // Rates per second over 300 s: 0.1/s are 30.
  it.each([
    ['good of total', 'good', 0.08, 0.1, { good: 24, total: 30 }],
    ['bad of total', 'bad', 0.02, 0.1, { good: 24, total: 30 }],
    ['no good at all', 'good', undefined, 0.1, { good: 0, total: 30 }],
    ['no bad at all', 'bad', undefined, 0.1, { good: 30, total: 30 }],
    ['measured silence', 'good', 0, 0, { good: 0, total: 0 }],
    ['silence, good missing', 'good', undefined, 0, { good: 0, total: 0 }],
    ['silence, bad missing', 'bad', undefined, 0, { good: 0, total: 0 }],
  ] as const)('counts %s', (_, counts, counted, total, expected) => {
    const { tiles, warnings } = tile(counts, counted, total);
    expect(tiles).toHaveLength(1);
    expect(tiles[0].start).toBe(300);
    expect(tiles[0].good).toBeCloseTo(expected.good, 9);
    expect(tiles[0].total).toBeCloseTo(expected.total, 9);
    expect(tiles[0].anomaly).toBe(false);
    expect(warnings.describe('negative')).toBeUndefined();
    expect(warnings.describe('uncounted')).toBeUndefined();
  });

  it.each([
    ['total missing', 0.1, undefined],
    ['total NaN', 0.1, NaN],
    ['total infinite', 0.1, Infinity],
    ['total beyond counting', 0.1, 1e300],
    ['good NaN', NaN, 0.1],
    ['good infinite', Infinity, 0.1],
  ])('leaves out a tile: %s', (_, counted, total) => {
    const { tiles, warnings } = tile('good', counted, total);
    expect(tiles).toEqual([]);
    expect(warnings.describe('negative')).toBeUndefined();
  });

  it.each([
    ['good', 'good', -0.1, 0.1],
    ['bad', 'bad', -0.1, 0.1],
    ['total', 'good', 0, -0.1],
  ] as const)('leaves out a negative %s and says so', (_, counts, c, total) => {
    const { tiles, warnings } = tile(counts, c, total);
    expect(tiles).toEqual([]);
    expect(warnings.describe('negative')).toBe(
      '1 tile, at 1970-01-01T00:05:00Z,',
    );
  });

  it.each([
    ['good', 2, 1, { good: 300, total: 300, anomaly: true }],
    ['bad', 2, 1, { good: 0, total: 300, anomaly: true }],
    ['good', 1, 0, { good: 0, total: 0, anomaly: true }],
    ['good', 1 + 1e-12, 1, { good: 300, total: 300, anomaly: false }],
    ['good', 1 + 1e-6, 1, { good: 300, total: 300, anomaly: true }],
  ] as const)('clamps %s of %d in %d', (counts, counted, total, expected) => {
    expect(tile(counts, counted, total).tiles).toEqual([
      { start: 300, ...expected },
    ]);
  });

  it('keeps a missing count from being a failure where it may be mere ignorance', () => {
    const { tiles, warnings } = eventTiles({
      counts: 'good',
      counted: new Map([[900, 1]]),
      total: new Map([
        [1200, 2],
        [900, 2],
        [600, 2],
        [300, 0],
      ]),
      tileSeconds: 300,
      missingCount: 'unknown',
    });
    expect(tiles).toEqual([
      { start: 0, good: 0, total: 0, anomaly: false },
      { start: 600, good: 300, total: 600, anomaly: false },
    ]);
    expect(warnings.describe('uncounted')).toBe(
      '2 tiles, the first at 1970-01-01T00:05:00Z,',
    );
  });
});
