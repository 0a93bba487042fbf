import { parser } from '@prometheus-io/lezer-promql';

/** A PromQL expression with the value of each `le` matcher replaced by one of the given bounds. */
export function withBound(expression: string, bounds: string[]): string {
  let result = '';
  let position = 0;
  parser.parse(expression).iterate({
    enter: ({ node }) => {
      if (node.name !== 'UnquotedLabelMatcher') {
        return;
      }
      const name = node.getChild('LabelName');
      if (name && expression.slice(name.from, name.to) === 'le') {
        result += expression.slice(position, node.from) + matcher(bounds);
        position = node.to;
      }
    },
  });
  return result + expression.slice(position);
}

function matcher(bounds: string[]): string {
  if (bounds.length === 1) {
    return `le=${JSON.stringify(bounds[0])}`;
  }
  const pattern = bounds.map(bound => bound.replace(/[.+]/g, '\\$&')).join('|');
  return `le=~${JSON.stringify(pattern)}`;
}
