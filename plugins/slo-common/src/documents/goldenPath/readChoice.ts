import type { DocumentNode } from '../DocumentNode';

/**
 * Reads one of several words and gives what it stands for.
 */
export function readChoice<T>(
  node: DocumentNode,
  choices: Record<string, T>,
): T | undefined {
  const { value } = node;
  return typeof value === 'string' && Object.hasOwn(choices, value)
    ? choices[value]
    : node.expected(`one of ${Object.keys(choices).join(', ')}`);
}
