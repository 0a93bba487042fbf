/** Label that tells which expression of a combined query a series belongs to. */
export const KEY_LABEL = 'golden_path_key';

/**
 * One query for many expressions: each one's series get a label of their own, so that `or` keeps them all.
 * The tree is balanced because each `or` costs as much as it has series on its left.
 */
export function combineExpressions(
  expressions: { label: string; expression: string }[],
): string {
  if (expressions.length === 1) {
    const [{ label, expression }] = expressions;
    return `label_replace(${expression}, "${KEY_LABEL}", "${label}", "", "")`;
  }
  const middle = Math.ceil(expressions.length / 2);
  const left = combineExpressions(expressions.slice(0, middle));
  const right = combineExpressions(expressions.slice(middle));
  return `(${left} or ${right})`;
}
