import type { TreeLine } from './visibleLines';

/** What a key asks of a tree: to go to a line, to open or close a folder, or to choose. */
export type TreeMove =
  | { go: TreeLine }
  | { toggle: TreeLine[] }
  | { choose: TreeLine };

/**
 * The keys of a tree: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 *
 * @returns undefined for a key that has no meaning here
 */
export function treeMove(options: {
  key: string;
  lines: TreeLine[];
  /** The line that has the focus. */
  current: TreeLine;
  isOpen: (line: TreeLine) => boolean;
}): TreeMove | undefined {
  const { key, lines, current, isOpen } = options;
  const index = lines.indexOf(current);
  const isFolder = current.node.children !== undefined;
  const go = (line: TreeLine | undefined) => line && { go: line };
  switch (key) {
    case 'ArrowDown':
      return go(lines[index + 1]);
    case 'ArrowUp':
      return go(lines[index - 1]);
    case 'Home':
      return go(lines[0]);
    case 'End':
      return go(lines.at(-1));
    case 'ArrowRight':
      if (!isFolder) {
        return undefined;
      }
      return isOpen(current) ? go(lines[index + 1]) : { toggle: [current] };
    case 'ArrowLeft':
      return isFolder && isOpen(current)
        ? { toggle: [current] }
        : go(lines.find(({ node }) => node === current.parent));
    case 'Enter':
    case ' ':
      return isFolder ? { toggle: [current] } : { choose: current };
    case '*':
      return {
        toggle: lines.filter(
          line =>
            line.parent === current.parent &&
            line.node.children &&
            !isOpen(line),
        ),
      };
    default:
      return go(startingWith(key, lines, index));
  }
}

/** The next line whose name begins with a letter, around the end. */
function startingWith(
  key: string,
  lines: TreeLine[],
  index: number,
): TreeLine | undefined {
  return key.length === 1
    ? [...lines.slice(index + 1), ...lines.slice(0, index)].find(({ node }) =>
        node.name.toLowerCase().startsWith(key.toLowerCase()),
      )
    : undefined;
}
