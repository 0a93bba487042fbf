import { PrefixSums } from './prefixSums';
import { noSums, StoredTile } from './Tile';

/** Two tiles of ten seconds with a hole between: [0, 10) and [20, 30). */
const tiles: StoredTile[] = [
  {
    end: 10,
    seconds: 10,
    covered: 10,
    good: 8,
    total: 10,
    anomalies: 0,
    cum: { covered: 10, good: 8, total: 10, anomalies: 0 },
  },
  {
    end: 30,
    seconds: 10,
    covered: 5,
    good: 20,
    total: 20,
    anomalies: 2,
    cum: { covered: 15, good: 28, total: 30, anomalies: 2 },
  },
];

describe('PrefixSums', () => {
  const prefix = new PrefixSums(tiles);

  it.each([
    { at: -5, total: 0, covered: 0 },
    { at: 0, total: 0, covered: 0 },
    { at: 5, total: 5, covered: 5 },
    { at: 10, total: 10, covered: 10 },
    { at: 15, total: 10, covered: 10 },
    { at: 20, total: 10, covered: 10 },
    { at: 24, total: 18, covered: 12 },
    { at: 30, total: 30, covered: 15 },
    { at: 99, total: 30, covered: 15 },
  ])('at $at', ({ at, total, covered }) => {
    expect(prefix.at(at)).toMatchObject({ total, covered });
  });

  it('sums between two instants', () => {
    expect(prefix.between(5, 25)).toEqual({
      covered: 7.5,
      good: 14,
      total: 15,
      anomalies: 1,
    });
  });

  it('is zero without tiles', () => {
    expect(new PrefixSums([]).between(0, 100)).toEqual(noSums);
  });
});
