import { toCsv } from './toCsv';

describe('toCsv', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1', "'＝1"],
    // a spreadsheet may part this one at the semicolon
    ['a;=1', '"a;=1"'],
    ['a "b", c', '"a ""b"", c"'],
    ['v1.2', 'v1.2'],
    ['', ''],
    [-1.5, '-1.5'],
    [null, ''],
    [false, 'false'],
  ])('writes %j as %s', (cell, expected) => {
    const { content } = toCsv({
      fileName: 'x.csv',
      columns: ['value'],
      rows: [[cell]],
    });
    expect(content).toBe(`value\r\n${expected}\r\n`);
  });

  it.each<[string[][][], string]>([
    [[], 'value\r\n'],
    [[[]], 'value\r\n'],
    [[[['a'], ['b']], [['c']]], 'value\r\na\r\nb\r\nc\r\n'],
  ])('writes lots of rows %j', async (lots, expected) => {
    const { content } = toCsv({
      fileName: 'x.csv',
      columns: ['value'],
      rows: (async function* read() {
        yield* lots;
      })(),
    });
    const parts = [];
    for await (const part of content as AsyncIterable<string>) {
      parts.push(part);
    }
    expect(parts.join('')).toBe(expected);
  });
});
