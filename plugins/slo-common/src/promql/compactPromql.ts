import { parser } from '@prometheus-io/lezer-promql';

/**
 * A query without comments and without white space that means nothing: the same for every layout.
 */
export function compactPromql(text: string): string {
  let result = '';
  let code = '';
  let position = 0;
  parser.parse(text).iterate({
    enter({ name, from, to }) {
      if (name === 'LineComment') {
        code += `${text.slice(position, from)} `;
        position = to;
      } else if (name === 'StringLiteral') {
        code += text.slice(position, from);
        result += compact(code) + text.slice(from, to);
        code = '';
        position = to;
      }
    },
  });
  return result + compact(code + text.slice(position));
}

/** White space is needed between words only. */
function compact(code: string): string {
  return code.replace(/\s+/g, ' ').replace(/(?<!\w) | (?!\w)/g, '');
}
