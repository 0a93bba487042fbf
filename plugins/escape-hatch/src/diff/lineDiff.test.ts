import { lineDiff } from './lineDiff';

/** `- ` and `+ ` before the lines, with the words that differ in brackets. */
function shown(before: string, after: string): string[] {
  return lineDiff(before, after).map(
    ({ kind, parts }) =>
      (kind === 'removed' ? '- ' : '+ ') +
      parts.map(p => (p.isChanged ? `[${p.text}]` : p.text)).join(''),
  );
}

describe('lineDiff', () => {
  it('shows nothing of what is the same', () => {
    expect(shown('a\nb', 'a\nb')).toEqual([]);
    expect(shown('a\r\nb', 'a\nb\n')).toEqual([]);
  });

  it('marks the words that took the place of others', () => {
    expect(
      shown(
        'Dedicated namespace, network policy unchanged',
        'Dedicated namespace ml-gpu, network policy unchanged',
      ),
    ).toEqual([
      '- Dedicated namespace, network policy unchanged',
      '+ Dedicated namespace[ ml-gpu], network policy unchanged',
    ]);
  });

  it('shows a line that was added, and not the one before it', () => {
    expect(shown('one', 'one\ntwo')).toEqual(['+ two']);
    expect(shown('one\ntwo\nthree', 'one\nthree')).toEqual(['- two']);
  });

  it('shows lines of different number whole', () => {
    expect(shown('a b', 'a c\nd')).toEqual(['- a b', '+ a c', '+ d']);
  });

  it('marks nothing where all of a line is another', () => {
    expect(shown('all', 'ml-gpu')).toEqual(['- all', '+ ml-gpu']);
  });

  it('takes markup as text', () => {
    expect(shown('<b>x</b>', '<b>y</b>')).toEqual([
      '- <b>[x]</b>',
      '+ <b>[y]</b>',
    ]);
  });

  it('ends also on texts that are as long and as different as can be', () => {
    const numbers = (from: number) =>
      Array.from({ length: 2500 }, (_, i) => String(from + i)).join('\n');
    const lines = lineDiff(numbers(1000), numbers(5000));
    expect(lines.filter(({ kind }) => kind === 'removed')).toHaveLength(2500);
    expect(lines.filter(({ kind }) => kind === 'added')).toHaveLength(2500);
  });
});
