import { Composer, CST, Lexer, Parser, type Document } from 'yaml';
import type { ProblemList } from './ProblemList';
import type { ReadAllowance } from './ReadAllowance';
import type { SourceText } from './SourceText';

const MAX_BYTES = 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_DOCUMENTS = 500;
/** One mistake in YAML drags others behind it. */
const MAX_SYNTAX_ERRORS = 20;

const COLLECTIONS = ['block-map', 'block-seq', 'flow-collection'];

/**
 * Parses the YAML documents of a file within limits of size and depth, its own and those of the request. A document with errors is left out; its
 * errors are added to the problems.
 */
export function composeYaml(
  source: SourceText,
  problems: ProblemList,
  allowance: ReadAllowance,
): Document.Parsed[] {
  const fail = (offset: number, message: string) => {
    problems.error({ source, offset, path: '' }, message);
    return [];
  };
  const bytes = utf8Length(source.text);
  if (bytes > MAX_BYTES) {
    return fail(
      0,
      `expected a document of at most ${MAX_BYTES} bytes, got ${bytes}`,
    );
  }
  const nul = source.text.indexOf('\0');
  if (nul >= 0) {
    return fail(nul, 'expected text, got the character \\u0000');
  }
  const tooMuch = allowance.takeBytes(bytes);
  if (tooMuch) {
    return fail(0, `expected ${tooMuch}, got more`);
  }
  const result = tokensOf(source.text, allowance);
  if ('refusal' in result) {
    return fail(result.offset, result.refusal);
  }
  // Repeated keys are found by inspectTree: the library compares every key with every other one.
  const composer = new Composer({
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(result.tokens)];
  return documents.filter(document => isSound(document, source, problems));
}

function utf8Length(text: string): number {
  // At least one byte per character: no need to encode 100 MB to refuse them.
  return text.length > MAX_BYTES
    ? text.length
    : new TextEncoder().encode(text).length;
}

type Tokens = { tokens: CST.Token[] } | { refusal: string; offset: number };

function tokensOf(text: string, allowance: ReadAllowance): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      documents += token.type === 'document' ? 1 : 0;
    }
    const tooMany = allowance.takeLexeme();
    if (tooMany) {
      return refusal(parser, tooMany);
    }
    if (depthOf(parser) > MAX_DEPTH) {
      return refusal(parser, `at most ${MAX_DEPTH} levels of nesting`);
    }
    if (documents > MAX_DOCUMENTS) {
      return refusal(parser, `at most ${MAX_DOCUMENTS} YAML documents`);
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}

function depthOf({ stack }: Parser): number {
  return stack.length <= MAX_DEPTH
    ? stack.length
    : stack.filter(({ type }) => COLLECTIONS.includes(type)).length;
}

function refusal({ offset }: Parser, limit: string): Tokens {
  return { refusal: `expected ${limit}, got more`, offset };
}

function isSound(
  { errors, warnings }: Document.Parsed,
  source: SourceText,
  problems: ProblemList,
): boolean {
  for (const { pos, message } of warnings) {
    problems.warn({ source, offset: pos[0], path: '' }, message);
  }
  for (const { pos, message } of errors.slice(0, MAX_SYNTAX_ERRORS)) {
    problems.error({ source, offset: pos[0], path: '' }, `YAML: ${message}`);
  }
  if (errors.length > MAX_SYNTAX_ERRORS) {
    const [offset] = errors[MAX_SYNTAX_ERRORS].pos;
    const more = errors.length - MAX_SYNTAX_ERRORS;
    problems.error(
      { source, offset, path: '' },
      `YAML: ${more} further errors are not listed`,
    );
  }
  return errors.length === 0;
}
