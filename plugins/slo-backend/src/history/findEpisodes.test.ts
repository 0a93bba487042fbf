import type { Tile } from '../tiles/Tile';
import { findEpisodes } from './findEpisodes';

/** Five minutes with 100 requests, of which `bad` fail. */
const tile = (place: number, bad: number): Tile => ({
  end: (place + 1) * 300,
  seconds: 300,
  covered: 300,
  good: 100 - bad,
  total: 100,
  anomalies: 0,
});

describe('findEpisodes', () => {
  // 10,000 requests at 99 %: a budget of 100 failures
  const options = { objective: 0.99, windowTotal: 10_000 };

  it('puts neighbouring losses together, the costliest first', () => {
    expect(
      findEpisodes({
        ...options,
        tiles: [
          tile(0, 0),
          tile(1, 5),
          tile(2, 0),
          tile(3, 5),
          tile(10, 40),
          tile(11, 20),
          tile(12, 1),
        ],
      }),
    ).toEqual([
      {
        from: 3_000,
        to: 3_600,
        bad: 60,
        total: 200,
        budget: expect.closeTo(0.6, 9),
      },
      {
        from: 300,
        to: 1_200,
        bad: 10,
        total: 200,
        budget: expect.closeTo(0.1, 9),
      },
    ]);
  });

  it('leaves out even paces and losses below one per cent', () => {
    expect(
      findEpisodes({
        objective: 0.99,
        windowTotal: 1_000_000,
        tiles: [tile(0, 1), tile(5, 20)],
      }),
    ).toEqual([]);
  });
});
