import { demoLoad } from './demoLoad';

const seconds = (instant: string) => Date.parse(instant) / 1_000;

describe('demoLoad', () => {
  it.each([
    // weekday factor × (1 + cos / 2)
    ['the peak of a Wednesday', '2026-11-11T14:30:00Z', 1.14 * 1.5],
    ['the middle of a Wednesday evening', '2026-11-11T20:30:00Z', 1.14],
    ['the quietest time of a Wednesday', '2026-11-11T02:30:00Z', 1.14 * 0.5],
    ['the peak of a Saturday', '2026-11-14T14:30:00Z', 0.68 * 1.5],
    ['the quietest time of a Sunday', '2026-11-15T02:30:00Z', 0.62 * 0.5],
  ])('of %s', (_, at, expected) => {
    expect(demoLoad(seconds(at))).toBeCloseTo(expected, 10);
  });

  it('is 1 in the mean of a week', () => {
    const minutes = Array.from({ length: 7 * 1_440 }, (_, minute) =>
      demoLoad(seconds('2026-11-09T00:00:00Z') + minute * 60),
    );
    const sum = minutes.reduce((a, b) => a + b, 0);
    expect(sum / minutes.length).toBeCloseTo(1, 10);
  });
});
