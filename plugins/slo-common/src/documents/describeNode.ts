import { isMap, isScalar, isSeq, type Node } from 'yaml';

const MAX_LENGTH = 60;

/**
 * What stands in a document, for the end of "expected …, got …".
 */
export function describeNode(node: Node | undefined, text: string): string {
  if (!node) {
    return 'nothing';
  }
  if (isMap(node)) {
    return 'a mapping';
  }
  if (isSeq(node)) {
    return 'a list';
  }
  if (!isScalar(node) || !node.range) {
    return 'something else';
  }
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    return 'a block of text';
  }
  const written = text.slice(node.range[0], node.range[1]).trim();
  const shown =
    written.length > MAX_LENGTH ? `${written.slice(0, MAX_LENGTH)}…` : written;
  return shown || 'nothing';
}
