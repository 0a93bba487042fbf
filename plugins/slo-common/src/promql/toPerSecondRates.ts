import type { SyntaxNode } from '@lezer/common';
import { applyEdits, type TextEdit } from './applyEdits';
import { descendants } from './descendants';
import { isTileWidth } from './isTileWidth';
import { PromqlError } from './PromqlError';
import type { PromqlQuery } from './PromqlQuery';
import { readRanges } from './readRanges';
import { readRates } from './readRates';

const FALLBACK_RANGE = { text: '5m', seconds: 300 };

/**
 * An expression inside a query, with changes to make beside those of the rates.
 */
export interface Operand {
  query: PromqlQuery;
  node: SyntaxNode;
  edits?: TextEdit[];
}

export interface PerSecondRates {
  /** One per operand. */
  texts: string[];
  /** Absent where the operands name no range. */
  rangeSeconds?: number;
  warnings: string[];
}

/**
 * Brings expressions to per-second rates over one tile's width.
 *
 * @throws PromqlError where they name different ranges.
 */
export function toPerSecondRates(operands: Operand[]): PerSecondRates {
  const ranges = operands.flatMap(({ query, node }) =>
    readRanges(query, node).map(range => ({ ...range, query })),
  );
  const [first] = ranges;
  const other = ranges.find(({ seconds }) => seconds !== first.seconds);
  if (other) {
    const [a, b] = [first, other].map(r => r.query.textOf(r.literal));
    throw new PromqlError(
      other.query.text,
      other.literal.from,
      `expected one range in all rates of an SLI, got [${a}] and [${b}]`,
    );
  }
  const warnings = new Set<string>();
  const fits = !first || isTileWidth(first.seconds);
  if (!fits) {
    warnings.add(
      `The range [${first.query.textOf(
        first.literal,
      )}] is no width of tiles (1m to 1h, dividing the hour); good and total use [${
        FALLBACK_RANGE.text
      }] instead.`,
    );
  }
  const texts = operands.map(operand => {
    const { query, node, edits = [] } = operand;
    const rewritten = fits ? [] : rangeEdits(operand);
    modifierWarnings(operand).forEach(warning => warnings.add(warning));
    const named = functionEdits(operand);
    named.forEach(({ from, to }) =>
      warnings.add(functionWarning(query.text.slice(from, to))),
    );
    return applyEdits(query.text, node, [...edits, ...rewritten, ...named]);
  });
  const rangeSeconds = fits ? first?.seconds : FALLBACK_RANGE.seconds;
  return {
    texts,
    ...(rangeSeconds && { rangeSeconds }),
    warnings: [...warnings],
  };
}

function rangeEdits({ query, node }: Operand): TextEdit[] {
  return readRanges(query, node).map(({ literal }) => ({
    from: literal.from,
    to: literal.to,
    text: FALLBACK_RANGE.text,
  }));
}

function functionEdits({ query, node }: Operand): TextEdit[] {
  return readRates(query, node)
    .filter(({ name }) => name !== 'rate')
    .map(({ identifier: { from, to } }) => ({ from, to, text: 'rate' }));
}

function functionWarning(name: string): string {
  return `${name}() is rewritten to rate(): good and total are per-second rates over the whole range.`;
}

function modifierWarnings({ query, node }: Operand): string[] {
  return descendants(node, 'OffsetExpr', 'StepInvariantExpr').map(modified => {
    const subject = modified.firstChild;
    const modifier = query.text.slice(subject?.to ?? 0, modified.to).trim();
    return `The modifier "${modifier}" is kept: tiles show the time that it names, not their own.`;
  });
}
