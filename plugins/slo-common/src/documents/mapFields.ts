import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { keyText, MERGE_KEY } from './keyText';

/**
 * A field of a mapping as it stands in the text.
 */
export interface MapField {
  key: Node;
  value: Node | undefined;
}

/**
 * The fields of a mapping, merged ones (`<<`) included: those of the mapping itself win, then those of earlier
 * merges.
 */
export function mapFields(
  map: YAMLMap,
  resolve: (node: unknown) => Node | undefined,
): Map<string, MapField> {
  const fields = new Map<string, MapField>();
  const merges: YAMLMap[] = [];
  for (const { key, value } of map.items) {
    const name = keyText(key);
    const resolved = resolve(value);
    if (name === MERGE_KEY) {
      const bases = isSeq(resolved) ? resolved.items.map(resolve) : [resolved];
      merges.push(...bases.filter(base => isMap(base)));
    } else if (name !== undefined) {
      fields.set(name, { key: key as Node, value: resolved });
    }
  }
  for (const base of merges) {
    for (const [name, field] of mapFields(base, resolve)) {
      if (!fields.has(name)) {
        fields.set(name, field);
      }
    }
  }
  return fields;
}
