import { placeInBuckets } from './placeInBuckets';

const HOUR = 3600;
const buckets = [
  { fromSeconds: 0, toSeconds: HOUR },
  { fromSeconds: HOUR, toSeconds: 4 * HOUR },
  { fromSeconds: 4 * HOUR },
];

describe('placeInBuckets', () => {
  it.each([
    [0, 0],
    [HOUR / 2, 0.5],
    [HOUR, 1],
    [2.5 * HOUR, 1.5],
    [4 * HOUR, 2],
    // The open step is drawn up to 8 h.
    [6 * HOUR, 2.5],
    [100 * HOUR, 3],
  ])('puts %p seconds at %p', (seconds, place) => {
    expect(placeInBuckets(seconds, buckets)).toBe(place);
  });
});
