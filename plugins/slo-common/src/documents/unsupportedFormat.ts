import type { SloFormat } from '../definition/SloDefinition';
import type { DocumentNode } from './DocumentNode';
import type { SloFormatReader } from './SloFormatReader';

interface UnsupportedFormatOptions {
  format: SloFormat;
  /** As its makers write it. */
  title: string;
  recognises(root: DocumentNode): boolean;
}

/**
 * Stands for a format that is known by its marks but not read.
 */
export function unsupportedFormat(
  options: UnsupportedFormatOptions,
): SloFormatReader {
  const { format, title, recognises } = options;
  return {
    format,
    recognises,
    read(root) {
      root.error(
        `expected an SLO document with service and slos, got ${title}, which is not supported yet`,
      );
      return [];
    },
  };
}
