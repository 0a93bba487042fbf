import { parser } from '@prometheus-io/lezer-promql';

/**
 * True for one well-formed expression. Only such a text may share a query with others: a stray parenthesis
 * could otherwise reach into its neighbours' numbers.
 */
export function isCompletePromql(text: string): boolean {
  let complete = text.trim() !== '';
  parser.parse(text).iterate({
    enter: node => {
      complete &&= !node.type.isError;
    },
  });
  return complete;
}
