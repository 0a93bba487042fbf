/** Where a piece of HCL text is: in code, whose braces are counted, or in the text of a string or heredoc. */
type Mode =
  | { kind: 'code'; depth: number }
  | { kind: 'string' }
  | { kind: 'heredoc'; end: string };

const SKIPPED = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const HEREDOC = /<<-?([A-Za-z_][\w-]{0,100})\n/y;
const ESCAPED = /\$\$\{|%%\{/y;
const OPENING = /[$%]\{/y;
const LINE = /[^\n]*/y;
const DEPTHS: Record<string, number> = { '{': 1, '}': -1 };

/**
 * HCL with comments and the text of strings blanked out, so that what is left is code at its place: identifiers in it are
 * identifiers. Expressions inside strings (`${…}`, `%{…}`) are code.
 */
export function maskHcl(text: string): string {
  const out: string[] = [];
  const modes: Mode[] = [{ kind: 'code', depth: 0 }];
  let at = 0;
  const keep = (length: number) => {
    out.push(text.slice(at, at + length));
    at += length;
  };
  const blank = (length: number) => {
    out.push(text.slice(at, at + length).replace(/[^\n]/g, ' '));
    at += length;
  };

  while (at < text.length) {
    const mode = modes[modes.length - 1];
    if (mode.kind === 'code') {
      const skipped = match(SKIPPED, text, at);
      const heredoc = match(HEREDOC, text, at);
      const char = text[at];
      if (skipped) {
        blank(skipped[0].length);
      } else if (heredoc) {
        blank(heredoc[0].length);
        modes.push({ kind: 'heredoc', end: heredoc[1] });
      } else if (char === '"') {
        blank(1);
        modes.push({ kind: 'string' });
      } else if (char === '}' && mode.depth === 0 && modes.length > 1) {
        blank(1);
        modes.pop();
      } else {
        mode.depth += DEPTHS[char] ?? 0;
        keep(1);
      }
    } else if (match(ESCAPED, text, at)) {
      blank(3);
    } else if (match(OPENING, text, at)) {
      blank(2);
      modes.push({ kind: 'code', depth: 0 });
    } else if (mode.kind === 'string') {
      // A string ends with its line, also where its mark is missing.
      const isEnd = text[at] === '"' || text[at] === '\n';
      blank(text[at] === '\\' ? 2 : 1);
      if (isEnd) {
        modes.pop();
      }
    } else {
      const isStart = text[at - 1] === '\n';
      const line = (isStart && match(LINE, text, at)?.[0]) || '';
      const isEnd = line.trim() === mode.end;
      if (isEnd) {
        blank(line.length);
        modes.pop();
      } else {
        blank(1);
      }
    }
  }
  return out.join('');
}

function match(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
