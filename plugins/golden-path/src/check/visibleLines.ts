import type { FileNode } from './FileNode';

/** A line of the tree as it is shown, with what a screen reader needs to know of its place. */
export interface TreeLine {
  node: FileNode;
  /** From 1. */
  level: number;
  /** From 1, among its siblings. */
  position: number;
  siblings: number;
  parent?: FileNode;
}

/** The lines of a tree whose folders are partly open, from top to bottom. */
export function visibleLines(
  nodes: FileNode[],
  isOpen: (node: FileNode) => boolean,
  level: number = 1,
  parent?: FileNode,
): TreeLine[] {
  return nodes.flatMap((node, index) => [
    {
      node,
      level,
      position: index + 1,
      siblings: nodes.length,
      parent,
    },
    ...(node.children && isOpen(node)
      ? visibleLines(node.children, isOpen, level + 1, node)
      : []),
  ]);
}
