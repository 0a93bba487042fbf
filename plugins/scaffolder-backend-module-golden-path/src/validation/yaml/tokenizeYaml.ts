import { CST, Lexer, Parser, type LineCounter } from 'yaml';

const MAX_DEPTH = 64;
const MAX_DOCUMENTS = 500;
/** About 20,000 lines; what is wrong in each of them takes time, too. */
const MAX_LEXEMES = 100_000;

const COLLECTIONS = ['block-map', 'block-seq', 'flow-collection'];

/** The tokens of YAML text within limits, or which limit it is over and where; never throws and never recurses. */
export function tokenizeYaml(
  text: string,
  lines: LineCounter,
): { tokens: CST.Token[] } | { refusal: string; offset: number } {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  const refuse = (limit: string) => ({
    refusal: `expected ${limit}, got more`,
    offset: parser.offset,
  });
  let lexemes = 0;
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      documents += isDocument(token) ? 1 : 0;
    }
    lexemes += 1;
    const limit =
      (lexemes > MAX_LEXEMES && `at most ${MAX_LEXEMES} tokens`) ||
      (documents > MAX_DOCUMENTS && `at most ${MAX_DOCUMENTS} documents`) ||
      (isTooDeep(parser) && `at most ${MAX_DEPTH} levels of nesting`);
    if (limit) {
      return refuse(limit);
    }
  }
  const last = [...parser.end()];
  return documents + last.filter(isDocument).length > MAX_DOCUMENTS
    ? refuse(`at most ${MAX_DOCUMENTS} documents`)
    : { tokens: [...tokens, ...last] };
}

function isTooDeep({ stack }: Parser): boolean {
  return (
    stack.length > MAX_DEPTH &&
    stack.filter(({ type }) => COLLECTIONS.includes(type)).length > MAX_DEPTH
  );
}

function isDocument({ type }: CST.Token): boolean {
  return type === 'document';
}
