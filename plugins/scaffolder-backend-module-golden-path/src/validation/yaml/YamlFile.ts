import { isMap, isScalar, isSeq, LineCounter, type Document } from 'yaml';

/** A place in a document: keys of maps and positions in lists. */
export type YamlPath = (string | number)[];

/** One document of a YAML file. */
export class YamlDocument {
  /** Plain data; aliases are resolved. */
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(
    document: Document.Parsed,
    options: { lines: LineCounter; value: unknown },
  ) {
    this.#document = document;
    this.#lines = options.lines;
    this.value = options.value;
  }

  /** Line, from 1, of the key or item at a path; where the path ends early, that of the last part which is there. */
  lineOf(path: YamlPath): number {
    let node: unknown = this.#document.contents;
    let offset = offsetOf(node) ?? this.#document.range[0];
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(part),
        );
        if (!pair) {
          break;
        }
        offset = offsetOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof part === 'number' && node.items[part]) {
        node = node.items[part];
        offset = offsetOf(node) ?? offset;
      } else {
        break;
      }
    }
    return this.#lines.linePos(offset).line;
  }

  /** Line, from 1, at which a value begins: of text in several lines the one after its mark. */
  lineOfValue(path: YamlPath): number {
    const node = this.#document.getIn(path, true);
    const offset = offsetOf(node);
    if (offset === undefined) {
      return this.lineOf(path);
    }
    const { line } = this.#lines.linePos(offset);
    const isBlock =
      isScalar(node) &&
      (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    return isBlock ? line + 1 : line;
  }
}

/** The documents of one YAML file. */
export interface YamlFile {
  path: string;
  /** Empty where the file has errors. */
  documents: YamlDocument[];
  /** By line, from 1. */
  errors: { line: number; message: string }[];
}

function offsetOf(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)
    ?.range;
  return range?.[0];
}
