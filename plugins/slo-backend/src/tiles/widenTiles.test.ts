import fc from 'fast-check';
import { Tile } from './Tile';
import { widenTiles } from './widenTiles';

const DAY = 86_400;
const W = 20_000 * DAY;
const base = (start: number, total: number): Tile => ({
  end: start + 300,
  seconds: 300,
  covered: 300,
  good: total,
  total,
  anomalies: 0,
});

describe('widenTiles', () => {
  it('adds up old hours and says what of them was measured', () => {
    const hour = W - 10 * DAY;
    expect(
      widenTiles({
        tiles: [base(hour, 1), base(hour + 600, 2), base(W - 300, 4)],
        baseSeconds: 300,
        watermark: W,
      }),
    ).toEqual([
      {
        end: hour + 3_600,
        seconds: 3_600,
        covered: 600,
        good: 3,
        total: 3,
        anomalies: 0,
      },
      base(W - 300, 4),
    ]);
  });

  it('does not depend on the steps in which time went by', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 9 * 288 }), { minLength: 1 }),
        fc.nat({ max: 9 * 288 }),
        (places, between) => {
          const tiles = [...places]
            .sort((a, b) => a - b)
            .map(place => base(W - 10 * DAY + place * 300, place % 7));
          const options = { baseSeconds: 300, watermark: W };
          const inOneStep = widenTiles({ ...options, tiles });
          const inTwo = widenTiles({
            ...options,
            tiles: widenTiles({
              tiles,
              baseSeconds: 300,
              watermark: W - between * 300,
            }),
          });
          expect(inTwo).toEqual(inOneStep);
        },
      ),
    );
  });
});
