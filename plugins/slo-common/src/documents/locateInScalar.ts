import type { Scalar } from 'yaml';

/** One character of a scalar as written, or one escape of a text in double quotes. */
const ESCAPE =
  /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n|[^])|[^]/y;
const CHARACTER = /[^]/y;
const DOUBLED_QUOTE = /''|[^]/y;

/** Escapes that stand for white space, or for nothing at the end of a line. */
const BLANK =
  /^(?:\s|\\(?:[nrtvfNLP_ ]|\r?\n|x(?:0[9a-dA-D]|20)|u00(?:0[9a-dA-D]|20)))$/;

/**
 * Where a character of a scalar's value stands in the document. Folding and indentation change white space only,
 * so the characters that are none are counted.
 */
export function locateInScalar(
  { type, value, range }: Scalar,
  text: string,
  index: number,
): number {
  if (!range) {
    return 0;
  }
  const before = String(value).slice(0, index).replace(/\s/g, '').length;
  const atEnd = String(value).slice(index).trim() === '';
  const { begin, end, unit } = contentOf(type, text, range);
  let seen = 0;
  let last = begin;
  for (const { offset, written } of units(text.slice(begin, end), unit)) {
    if (!BLANK.test(written)) {
      if (seen === before) {
        return begin + offset;
      }
      seen += 1;
      last = begin + offset + written.length;
      if (atEnd && seen === before) {
        return last;
      }
    }
  }
  return last;
}

function contentOf(type: Scalar['type'], text: string, range: number[]) {
  const [from, to] = range;
  switch (type) {
    case 'QUOTE_DOUBLE':
      return { begin: from + 1, end: to - 1, unit: ESCAPE };
    case 'QUOTE_SINGLE':
      return { begin: from + 1, end: to - 1, unit: DOUBLED_QUOTE };
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return { begin: text.indexOf('\n', from) + 1, end: to, unit: CHARACTER };
    default:
      return { begin: from, end: to, unit: CHARACTER };
  }
}

function* units(written: string, unit: RegExp) {
  const pattern = new RegExp(unit);
  for (
    let match = pattern.exec(written);
    match;
    match = pattern.exec(written)
  ) {
    yield { offset: match.index, written: match[0] };
  }
}
