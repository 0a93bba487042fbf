import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type YAMLMap,
} from 'yaml';
import { childPath } from './childPath';
import { keyText } from './keyText';

/** Values of a document with every alias written out; 500 full SLOs have some 25,000. */
const MAX_VALUES = 100_000;

const LONE_SURROGATE = /\p{Surrogate}/u;

export interface TreeProblem {
  offset: number;
  path: string;
  message: string;
}

export interface InspectedTree {
  /** What each alias stands for. */
  aliases: Map<Alias, Node>;
  problems: TreeProblem[];
}

class Inspection implements InspectedTree {
  readonly aliases = new Map<Alias, Node>();
  readonly problems: TreeProblem[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #values = new Map<Node, number>();

  /** Counts the values in and below a node, with aliases written out. */
  visit(node: unknown, path: string): number {
    if (isAlias(node)) {
      return this.#visitAlias(node, path);
    }
    if (isScalar(node)) {
      this.#setAnchor(node, node.anchor, 1);
      this.#checkText(node, node.value, path);
      return 1;
    }
    let values = 1;
    if (isMap(node)) {
      this.#setAnchor(node, node.anchor);
      values += this.#visitMap(node, path);
    } else if (isSeq(node)) {
      this.#setAnchor(node, node.anchor);
      node.items.forEach((item, index) => {
        values += this.visit(item, childPath(path, index));
      });
    } else if (isPair(node)) {
      return this.visit(node.key, path) + this.visit(node.value, path);
    } else {
      return 1;
    }
    this.#values.set(node, values);
    return values;
  }

  report(node: Node, path: string, message: string): void {
    this.problems.push({ offset: node.range?.[0] ?? 0, path, message });
  }

  #visitMap(map: YAMLMap, path: string): number {
    const keys = new Set<string>();
    let values = 0;
    for (const { key, value } of map.items) {
      const name = keyText(key);
      const keyPath = name === undefined ? path : childPath(path, name);
      if (name === undefined) {
        this.report(
          (key as Node | null) ?? map,
          path,
          'expected a text as key, got something else',
        );
      } else if (keys.has(name)) {
        this.report(
          key as Node,
          keyPath,
          `expected every key once, got "${name.slice(0, 60)}" again`,
        );
      } else {
        keys.add(name);
      }
      this.visit(key, keyPath);
      values += this.visit(value, keyPath);
    }
    return values;
  }

  #visitAlias(alias: Alias, path: string): number {
    const target = this.#anchors.get(alias.source);
    if (!target) {
      this.report(
        alias,
        path,
        `expected an anchor "&${alias.source}" before this alias, got none`,
      );
      return 1;
    }
    const values = this.#values.get(target);
    if (values === undefined) {
      this.report(
        alias,
        path,
        `expected an alias of an earlier value, got "*${alias.source}" inside itself`,
      );
      return 1;
    }
    this.aliases.set(alias, target);
    return values;
  }

  #setAnchor(node: Node, anchor: string | undefined, values?: number): void {
    if (anchor !== undefined) {
      this.#anchors.set(anchor, node);
    }
    if (values !== undefined) {
      this.#values.set(node, values);
    }
  }

  #checkText(node: Node, value: unknown, path: string): void {
    if (typeof value !== 'string') {
      return;
    }
    if (value.includes('\0') || LONE_SURROGATE.test(value)) {
      this.report(
        node,
        path,
        'expected text, got the character \\u0000 or half of a surrogate pair',
      );
    }
  }
}

/**
 * Resolves the aliases of a document and finds what no format allows: repeated keys, keys that are no text,
 * characters that databases refuse, aliases that lead nowhere, into themselves or to a bomb.
 */
export function inspectTree(root: Node): InspectedTree {
  const inspection = new Inspection();
  const values = inspection.visit(root, '');
  if (values > MAX_VALUES) {
    inspection.report(
      root,
      '',
      `expected at most ${MAX_VALUES} values with all aliases written out, got more`,
    );
  }
  return inspection;
}
