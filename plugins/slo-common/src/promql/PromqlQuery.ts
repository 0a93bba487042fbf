import type { SyntaxNode } from '@lezer/common';

/**
 * A query that parses, with the root of its expression.
 */
export class PromqlQuery {
  readonly text: string;
  readonly expression: SyntaxNode;

  constructor(text: string, expression: SyntaxNode) {
    this.text = text;
    this.expression = expression;
  }

  textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }
}
