import { InputError } from '@backstage/errors';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
} from 'yaml';
import { scanValue } from './scanValue';

/**
 * The text of a value in a YAML file, of its first document that has it; undefined where none has it, or where it is
 * null or empty. A number is taken as it is written: `1.10` is a version.
 *
 * @throws InputError where the file is not YAML or the value is a list or a mapping
 */
export function readValue(
  text: string,
  path: (string | number)[],
): string | undefined {
  const scanned = scanValue(text, path);
  return scanned ? scanned.value : parseValue(text, path);
}

/** As `readValue`, by the parser alone. */
export function parseValue(
  text: string,
  path: (string | number)[],
): string | undefined {
  for (const document of parse(text)) {
    const node = find(document, path);
    if (node === undefined) {
      continue;
    }
    if (!isScalar(node)) {
      throw new InputError(
        `expected a text at ${path.join('.')}, found a ${
          isMap(node) ? 'mapping' : 'list'
        }`,
      );
    }
    const { value, source, type } = node;
    const written = type === 'PLAIN' && source !== undefined ? source : value;
    if (value !== null && written !== '' && written !== undefined) {
      return `${written}`;
    }
  }
  return undefined;
}

function parse(text: string): Document.Parsed[] {
  let documents: Document.Parsed[];
  try {
    documents = [
      ...parseAllDocuments(text, { logLevel: 'silent' }),
    ] as Document.Parsed[];
  } catch {
    // The parser is recursive.
    throw new InputError('it is nested too deeply');
  }
  for (const { errors } of documents) {
    if (errors.length > 0) {
      const [reason] = errors[0].message.split('\n');
      throw new InputError(
        reason.startsWith('Maximum call stack')
          ? 'it is nested too deeply'
          : reason.replace(/:$/, ''),
      );
    }
  }
  return documents;
}

function find(
  document: Document.Parsed,
  path: (string | number)[],
): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isAlias(node)) {
      node = node.resolve(document);
    }
    if (isMap(node)) {
      node = node.get(key, true) ?? node.get(`${key}`, true);
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.get(key, true);
    } else {
      return undefined;
    }
  }
  if (isAlias(node)) {
    node = node.resolve(document);
  }
  return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
}
