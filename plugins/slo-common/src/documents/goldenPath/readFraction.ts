import type { DocumentNode } from '../DocumentNode';

/**
 * Reads a promised fraction, strictly between 0 and 1: at 0 there is no promise, at 1 no budget.
 */
export function readFraction(node: DocumentNode): number | undefined {
  const { value } = node;
  return typeof value === 'number' && value > 0 && value < 1
    ? value
    : node.expected('a fraction between 0 and 1', suggestion(value));
}

function suggestion(value: unknown): string {
  const [, digits, percent] =
    /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(String(value)) ?? [];
  const number = Number(digits);
  const fraction =
    percent || number > 1 ? Number((number / 100).toPrecision(12)) : number;
  return fraction > 0 && fraction < 1 ? `; did you mean ${fraction}?` : '';
}
