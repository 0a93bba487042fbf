import { spreadMarks } from './spreadMarks';

const place = (a: number, b: number) =>
  spreadMarks({
    marks: [
      { text: 'median', x: a },
      { text: 'p90', x: b },
    ],
    labelWidth: 100,
    width: 600,
  }).map(({ labelX }) => labelX);

describe('spreadMarks', () => {
  it.each([
    ['far apart: over their lines', 200, 400, [200, 400]],
    ['at the left edge: within the chart', 10, 400, [50, 400]],
    ['close together: side by side', 200, 240, [200, 300]],
    ['at the right edge: both move left', 560, 590, [450, 550]],
  ])('%s', (_, a, b, expected) => {
    expect(place(a, b)).toEqual(expected);
  });
});
