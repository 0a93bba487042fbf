import { readHouseSlo } from '../__fixtures__/readHouseSlo';

const UNEXPECTED =
  'slos[0].sli.metric: expected a PromQL expression, got unexpected "/" at';

describe('readQuery', () => {
  it.each([
    ['plain', 'sum(a) / / c', '5:24', 'line 1, column 10'],
    ['single quotes', `'sum(a{b=''x''}) / / c'`, '5:34', 'line 1, column 17'],
    ['double quotes', '"sum(a{b=\\"x\\"}) / / c"', '5:34', 'line 1, column 17'],
    [
      'escapes for white space',
      '"sum(a)\\n\\t/ /\\u0020c"',
      '5:28',
      'line 2, column 4',
    ],
    [
      'plain on two lines',
      'sum(a)\n        / / c',
      '6:11',
      'line 1, column 10',
    ],
    [
      'quotes on two lines',
      '"sum(a) \\\n        / / c"',
      '6:11',
      'line 1, column 10',
    ],
    [
      'a literal block',
      '|\n        sum(a)\n\n        / / c',
      '8:11',
      'line 3, column 3',
    ],
    [
      'a folded block',
      '>-\n        sum(a)\n        / / c',
      '7:11',
      'line 1, column 10',
    ],
  ])('maps an error in %s', (_, metric, position, place) => {
    expect(readHouseSlo({ sli: `\n      metric: ${metric}` }).problems).toEqual(
      [`error ${position} ${UNEXPECTED} ${place} of the query`],
    );
  });

  it('points behind the text where it ends too soon', () => {
    expect(readHouseSlo({ sli: '\n      metric: sum(a' }).problems).toEqual([
      'error 5:20 slos[0].sli.metric: expected a PromQL expression, got an unexpected end at line 1, column 6 of the query',
    ]);
  });

  it('points to the anchor of an alias', () => {
    const { problems } = readHouseSlo({
      name: '&query a+',
      sli: '{ metric: *query }',
    });

    expect(problems[1]).toBe(
      'error 3:20 slos[0].sli.metric: expected a PromQL expression, got an unexpected end at line 1, column 3 of the query',
    );
  });

  it.each(['""', '5', '[a]', '{ a: b }', 'true'])(
    'refuses %s for a query',
    metric => {
      expect(
        readHouseSlo({ sli: `\n      metric: ${metric}` }).problems,
      ).toEqual([
        expect.stringMatching(
          /^error 5:15 slos\[0\]\.sli\.metric: expected a PromQL expression, got /,
        ),
      ]);
    },
  );
});
