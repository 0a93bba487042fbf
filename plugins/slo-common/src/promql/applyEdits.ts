/**
 * Replaces a part of a text.
 */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/**
 * A part of a text with the edits that lie inside it, which must not overlap.
 */
export function applyEdits(
  source: string,
  part: { from: number; to: number },
  edits: TextEdit[],
): string {
  const inside = edits
    .filter(edit => edit.from >= part.from && edit.to <= part.to)
    .sort((a, b) => a.from - b.from);
  let result = '';
  let position = part.from;
  for (const edit of inside) {
    result += source.slice(position, edit.from) + edit.text;
    position = edit.to;
  }
  return result + source.slice(position, part.to);
}
