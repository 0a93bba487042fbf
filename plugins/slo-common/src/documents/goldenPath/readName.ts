import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { DocumentNode } from '../DocumentNode';

/**
 * Reads the name of a service or SLO. The rule is that of entity names in the catalog.
 */
export function readName(node: DocumentNode, what: string): string | undefined {
  const { value } = node;
  if (KubernetesValidatorFunctions.isValidObjectName(value)) {
    return String(value);
  }
  return node.expected(
    `${what} (a text of 1 to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends)`,
  );
}
