import { PrefixSums } from '../tiles/prefixSums';
import { addSums, noSums, StoredTile } from '../tiles/Tile';
import { buildHistory } from './buildHistory';

/** Ten tiles of ten seconds with 100 requests each; the fourth loses ten, the seventh is missing. */
const tiles: StoredTile[] = [];
let cum = noSums;
for (let place = 0; place < 10; place++) {
  if (place !== 6) {
    const tile = {
      end: (place + 1) * 10,
      seconds: 10,
      covered: 10,
      good: place === 3 ? 90 : 100,
      total: 100,
      anomalies: 0,
    };
    cum = addSums(cum, tile);
    tiles.push({ ...tile, cum });
  }
}

describe('buildHistory', () => {
  const options = {
    between: (from: number, to: number) =>
      new PrefixSums(tiles).between(from, to),
    range: { from: 0, to: 100 },
    window: { from: 0, to: 100 },
    objective: 0.9,
    points: 11,
  };

  it('burns the budget of the present window down', () => {
    const points = buildHistory({ ...options, mode: 'window' });
    // budget: 900 × 0.1 = 90 failures; ten of them lost between 30 and 40
    expect(points.map(point => point.consumed)).toEqual([
      0,
      0,
      0,
      0,
      ...Array(7).fill(expect.closeTo(1 / 9, 9)),
    ]);
    expect(points.map(point => point.ideal)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
    ]);
    expect(points[4]).toMatchObject({
      at: '1970-01-01T00:00:40Z',
      good: 90,
      total: 100,
      sli: 0.9,
      coverage: 1,
    });
    expect(points[7]).toMatchObject({ total: 0, sli: null, coverage: 0 });
  });

  it('knows nothing beyond the window', () => {
    const points = buildHistory({
      ...options,
      mode: 'window',
      window: { from: 50, to: 150 },
      points: 3,
    });
    expect(points.map(point => point.consumed)).toEqual([null, 0, 0]);
  });

  it('consumes what each rolling window had lost', () => {
    const points = buildHistory({
      ...options,
      mode: 'rolling',
      range: { from: 40, to: 100 },
      window: { from: 80, to: 100 },
      points: 4,
    });
    // windows of 20 s: (20, 40] lost 10 of 200, (40, 60] nothing
    expect(points.map(point => point.consumed)).toEqual([
      expect.closeTo(0.5, 9),
      0,
      0,
      0,
    ]);
  });
});
