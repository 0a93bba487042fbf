import { valueAxis } from './valueAxis';

const texts = (highest: number, isDuration: boolean) =>
  valueAxis(highest, isDuration).ticks.map(({ text }) =>
    text.replace('\u00a0', ' '),
  );

describe('valueAxis', () => {
  it.each([
    [19, false, ['0', '10', '20']],
    [1, false, ['0', '1']],
    [0, false, ['0', '1']],
    [45 * 3600, true, ['0', '20 h', '40 h', '60 h']],
    [10 * 86_400, true, ['0', '5 d', '10 d']],
    [40 * 60, true, ['0', '20 min', '40 min']],
  ])('for %p (duration: %p) has lines at %p', (highest, isDuration, lines) => {
    expect(texts(highest, isDuration)).toEqual(lines);
    expect(valueAxis(highest, isDuration).top).toBeGreaterThanOrEqual(highest);
  });
});
