import type { DocumentNode } from './DocumentNode';
import { goldenPathReader } from './goldenPath/goldenPathReader';
import type { SloFormatReader } from './SloFormatReader';
import { unsupportedFormat } from './unsupportedFormat';

/**
 * The formats in the order in which they are tried. The house format comes last: it has no version of its own
 * and shares field names with Sloth.
 */
export const sloFormatReaders: SloFormatReader[] = [
  unsupportedFormat({
    format: 'openslo',
    title: 'OpenSLO',
    recognises: root => startsWith(root, 'apiVersion', 'openslo/'),
  }),
  unsupportedFormat({
    format: 'sloth',
    title: 'Sloth',
    recognises: root =>
      startsWith(root, 'version', 'prometheus/') ||
      startsWith(root, 'apiVersion', 'sloth.slok.dev/'),
  }),
  unsupportedFormat({
    format: 'pyrra',
    title: 'Pyrra',
    recognises: root => startsWith(root, 'apiVersion', 'pyrra.dev/'),
  }),
  goldenPathReader,
];

function startsWith(root: DocumentNode, key: string, prefix: string): boolean {
  const value = root.peek(key);
  return typeof value === 'string' && value.startsWith(prefix);
}
