import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('writes rows with their ends', () => {
    expect(
      toCsv([
        ['rule', 'teams'],
        ['probes', 2],
        ['slo-required', undefined],
      ]),
    ).toBe('rule,teams\r\nprobes,2\r\nslo-required,\r\n');
  });

  it('quotes what would part cells', () => {
    expect(toCsv([['a "b", c;d']])).toBe('"a ""b"", c;d"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@a', '＝1'])('disarms %s', value => {
    expect(toCsv([[value]])).toBe(`'${value}\r\n`);
  });
});
