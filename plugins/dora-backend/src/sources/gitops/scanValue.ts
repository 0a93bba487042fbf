/** What a line of the subset may hold after its key: one plain or quoted value, or an empty collection. */
const KEY_LINE =
  /^( *)(- )?([A-Za-z_][A-Za-z0-9_./-]{0,199}):(?: +(?:"([^"\\]*)"|'([^']*)'|(\[\]|\{\})|([A-Za-z0-9_./][A-Za-z0-9_./@+=-]*(?::[A-Za-z0-9_./@+=-]+)*(?: [A-Za-z0-9_./@+=(][A-Za-z0-9_./@+=,()-]*(?::[A-Za-z0-9_./@+=-]+)*)*)))?(?: +#.*| *)$/;
const ITEM_LINE =
  /^( *)- +(?:"[^"\\]*"|'[^']*'|[A-Za-z0-9_./][A-Za-z0-9_./@+=-]*(?::[A-Za-z0-9_./@+=-]+)*)(?: +#.*| *)$/;
const VOID_LINE = /^ *(?:#.*)?$/;

/** A mapping or a list that the line before belongs to. */
interface Block {
  indent: number;
  /** Keys of a mapping so far; undefined for a list. */
  keys: Set<string> | undefined;
  /** The last key. */
  key: string;
  /** The last key has no value yet, so that a deeper block may be it. */
  isOpen: boolean;
}

/**
 * Looks a value up in a file that keeps to the plainest subset of YAML: block mappings and lists with one value a
 * line. Undefined for any other file, which then has to be parsed; so this must never take a file for a member of the
 * subset that a parser would refuse, or read otherwise.
 */
export function scanValue(
  text: string,
  path: (string | number)[],
): { value: string | undefined } | undefined {
  // Tabs, carriage returns and what is not ASCII have rules of their own; items of lists are not counted here.
  if (
    /[^\x20-\x7e\n]/.test(text) ||
    path.some(key => typeof key === 'number')
  ) {
    return undefined;
  }
  const blocks: Block[] = [];
  let value: string | undefined;
  const lines = text.split('\n');
  for (let index = lines[0] === '---' ? 1 : 0; index < lines.length; index++) {
    const line = lines[index];
    if (VOID_LINE.test(line)) {
      continue;
    }
    const found = KEY_LINE.exec(line);
    if (!found) {
      const item = ITEM_LINE.exec(line);
      if (!item || !enterList(blocks, item[1].length)) {
        return undefined;
      }
      continue;
    }
    const [, spaces, dash, key, double, single, empty, plain] = found;
    if (dash && !enterList(blocks, spaces.length)) {
      return undefined;
    }
    const block = dash
      ? push(blocks, { indent: spaces.length + dash.length, isList: false })
      : enterMapping(blocks, spaces.length);
    if (!block?.keys || block.keys.has(key)) {
      return undefined;
    }
    const scalar = double ?? single ?? plain;
    block.keys.add(key);
    block.key = key;
    block.isOpen = scalar === undefined && empty === undefined;
    if (isAt(blocks, path)) {
      // A list, a mapping or a word that may mean null: the parser knows.
      if (scalar === undefined || /^(?:null|~)$/i.test(plain ?? '')) {
        return undefined;
      }
      value = scalar === '' ? undefined : scalar;
    }
  }
  return blocks.length > 0 ? { value } : undefined;
}

/** Makes the list whose items begin at an indent the innermost block; false where the file is not that simple. */
function enterList(blocks: Block[], indent: number): boolean {
  leaveDeeper(blocks, indent);
  const top = blocks.at(-1);
  if (top?.indent === indent && !top.keys) {
    return true;
  }
  // A list may stand right below its key, without being indented further.
  if (!top?.isOpen) {
    return false;
  }
  push(blocks, { indent, isList: true });
  return true;
}

/** Makes the mapping whose keys begin at an indent the innermost block; undefined where the file is not that simple. */
function enterMapping(blocks: Block[], indent: number): Block | undefined {
  leaveDeeper(blocks, indent);
  const last = blocks.at(-1);
  if (last && last.indent === indent && !last.keys) {
    blocks.pop();
  }
  const top = blocks.at(-1);
  if (top?.indent === indent) {
    return top;
  }
  const isAllowed = top ? top.isOpen : indent === 0;
  return isAllowed ? push(blocks, { indent, isList: false }) : undefined;
}

function leaveDeeper(blocks: Block[], indent: number): void {
  while (blocks.length > 0 && blocks.at(-1)!.indent > indent) {
    blocks.pop();
  }
}

function push(
  blocks: Block[],
  options: { indent: number; isList: boolean },
): Block {
  const parent = blocks.at(-1);
  if (parent) {
    parent.isOpen = false;
  }
  const block: Block = {
    indent: options.indent,
    keys: options.isList ? undefined : new Set(),
    key: '',
    isOpen: false,
  };
  blocks.push(block);
  return block;
}

function isAt(blocks: Block[], path: (string | number)[]): boolean {
  return (
    blocks.length === path.length &&
    blocks.every(({ keys, key }, depth) => keys && key === path[depth])
  );
}
