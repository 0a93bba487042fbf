import { parser } from '@prometheus-io/lezer-promql';

/** The first vector selector of a PromQL expression, without range and modifiers. */
export function firstSelector(expression: string): string | undefined {
  let found: string | undefined;
  parser.parse(expression).iterate({
    enter: node => {
      if (node.name === 'VectorSelector') {
        found ??= expression.slice(node.from, node.to);
      }
    },
  });
  return found;
}
