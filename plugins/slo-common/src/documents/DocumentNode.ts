import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Alias,
  type Node,
} from 'yaml';
import { childPath } from './childPath';
import { describeNode } from './describeNode';
import { locateInScalar } from './locateInScalar';
import { mapFields } from './mapFields';
import type { ProblemList } from './ProblemList';
import type { SourceText } from './SourceText';

/**
 * What all nodes of one YAML document share.
 */
export interface DocumentContext {
  source: SourceText;
  problems: ProblemList;
  aliases: Map<Alias, Node>;
}

interface DocumentNodeOptions {
  context: DocumentContext;
  path: string;
  node: Node | undefined;
  /** Where problems are shown when there is no node, and where the part of the document begins. */
  keyOffset: number;
}

/**
 * A place in a YAML document, with or without a value, that can be read and complained about.
 */
export class DocumentNode {
  readonly path: string;
  readonly #context: DocumentContext;
  readonly #node: Node | undefined;
  readonly #keyOffset: number;

  private constructor(options: DocumentNodeOptions) {
    this.path = options.path;
    this.#context = options.context;
    this.#node = options.node;
    this.#keyOffset = options.keyOffset;
  }

  static root(node: Node, context: DocumentContext): DocumentNode {
    const keyOffset = node.range?.[0] ?? 0;
    return new DocumentNode({ context, path: '', node, keyOffset });
  }

  /** Whether there is a value that is not null. */
  get present(): boolean {
    return (
      this.#node !== undefined &&
      !(isScalar(this.#node) && this.#node.value === null)
    );
  }

  /** The value of a scalar. */
  get value(): unknown {
    return isScalar(this.#node) ? this.#node.value : undefined;
  }

  get file(): string {
    return this.#context.source.file;
  }

  /** How many errors all documents have by now. */
  get errors(): number {
    return this.#context.problems.errors;
  }

  /** From the key, or the value where there is no key, to the last character of the value. */
  get lines(): { from: number; to: number } {
    const { source } = this.#context;
    let end = this.#node?.range?.[1] ?? this.#keyOffset;
    while (end > this.#keyOffset + 1 && /\s/.test(source.text[end - 1])) {
      end -= 1;
    }
    const last = Math.max(end - 1, this.#keyOffset);
    return {
      from: source.positionOf(this.#keyOffset).line,
      to: source.positionOf(last).line,
    };
  }

  /** The text or number of a field of this mapping, without any check. */
  peek(key: string): unknown {
    const value = this.#fields().get(key)?.value;
    return isScalar(value) ? value.value : value;
  }

  /**
   * The known fields of this mapping; those that are not there as empty places. Unknown ones are warned of.
   * Undefined, with a problem, where this is no mapping.
   */
  mapping<K extends string>(
    known: readonly K[],
    what: string,
  ): Record<K, DocumentNode> | undefined {
    if (!isMap(this.#node)) {
      return this.expected(what);
    }
    const fields = this.#fields();
    for (const [name, { key }] of fields) {
      if (!known.some(field => field === name)) {
        this.#child(name, key).warn(
          `unknown field "${name.slice(0, 60)}"; expected one of ${known.join(
            ', ',
          )}`,
        );
      }
    }
    const entries = known.map(name => {
      const { key, value } = fields.get(name) ?? {};
      return [name, this.#child(name, key, value)];
    });
    return Object.fromEntries(entries) as Record<K, DocumentNode>;
  }

  /** The items of this list. Undefined, with a problem, where this is no list. */
  items(what: string): DocumentNode[] | undefined {
    if (!isSeq(this.#node)) {
      return this.expected(what);
    }
    return this.#node.items.map((item, index) => {
      const node = this.#resolve(item);
      return this.#child(index, node, node);
    });
  }

  get isList(): boolean {
    return isSeq(this.#node);
  }

  get isMapping(): boolean {
    return isMap(this.#node);
  }

  /** The text of this scalar, not blank. Undefined, with a problem, where this is none. */
  text(what: string): string | undefined {
    const { value } = this;
    return typeof value === 'string' && value.trim() !== ''
      ? value
      : this.expected(what);
  }

  /** Adds the error "expected …, got …", and gives undefined. */
  expected(what: string, advice = ''): undefined {
    const got = describeNode(this.#node, this.#context.source.text);
    return this.error(`expected ${what}, got ${got}${advice}`);
  }

  /**
   * Adds an error, and gives undefined.
   *
   * @param index - of the character in this scalar's text that is meant
   */
  error(message: string, index?: number): undefined {
    this.#context.problems.error(this.#at(index), message);
    return undefined;
  }

  warn(message: string): void {
    this.#context.problems.warn(this.#at(), message);
  }

  #at(index?: number) {
    const { source } = this.#context;
    const begin = this.#node?.range?.[0] ?? this.#keyOffset;
    const offset =
      index !== undefined && isScalar(this.#node)
        ? locateInScalar(this.#node, source.text, index)
        : begin;
    return { source, offset, path: this.path };
  }

  #child(key: string | number, keyNode?: Node, node?: Node): DocumentNode {
    return new DocumentNode({
      context: this.#context,
      path: childPath(this.path, key),
      node,
      keyOffset: keyNode?.range?.[0] ?? this.#keyOffset,
    });
  }

  #fields() {
    return isMap(this.#node)
      ? mapFields(this.#node, node => this.#resolve(node))
      : new Map<never, never>();
  }

  #resolve(node: unknown): Node | undefined {
    if (isAlias(node)) {
      return this.#context.aliases.get(node);
    }
    return isNode(node) ? node : undefined;
  }
}
