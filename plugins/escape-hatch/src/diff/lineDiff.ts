import { diffLines, diffWordsWithSpace } from 'diff';

/** A piece of a line. */
export interface DiffPart {
  text: string;
  /** It is not in the line on the other side. */
  isChanged: boolean;
}

/** A line that is on one side only. */
export interface DiffLine {
  kind: 'removed' | 'added';
  parts: DiffPart[];
}

/** Texts of people: a comparison that takes longer than this shows all of both. */
const TIMEOUT_MS = 200;

/**
 * The lines of two texts that differ, removed ones before the added ones of the same place. Where as many lines took
 * the place of as many others, the words that differ are marked.
 */
export function lineDiff(before: string, after: string): DiffLine[] {
  const changes = diffLines(ended(before), ended(after), {
    timeout: TIMEOUT_MS,
  }) ?? [
    { value: ended(before), removed: true, added: false },
    { value: ended(after), removed: false, added: true },
  ];
  return changes.flatMap((change, i) => {
    if (!change.removed && !change.added) {
      return [];
    }
    const kind = change.removed ? 'removed' : 'added';
    const lines = linesOf(change.value);
    const other = change.removed ? changes[i + 1] : changes[i - 1];
    const others =
      other && (change.removed ? other.added : other.removed)
        ? linesOf(other.value)
        : [];
    return lines.map((line, j) => ({
      kind,
      parts:
        lines.length === others.length
          ? wordParts({ line, other: others[j], kind })
          : [{ text: line, isChanged: false }],
    }));
  });
}

function wordParts(options: {
  line: string;
  other: string;
  kind: DiffLine['kind'];
}): DiffPart[] {
  const { line, other, kind } = options;
  const [before, after] = kind === 'removed' ? [line, other] : [other, line];
  const changes = diffWordsWithSpace(before, after, { timeout: TIMEOUT_MS });
  // A line of which nothing stays is no edited one.
  return changes?.some(({ added, removed }) => !added && !removed)
    ? changes
        .filter(change =>
          kind === 'removed' ? !change.added : !change.removed,
        )
        .map(({ value, removed, added }) => ({
          text: value,
          isChanged: removed || added,
        }))
    : [{ text: line, isChanged: false }];
}

/** Every line ends, so that one that others follow is no other line. */
function ended(text: string): string {
  const unix = text.replace(/\r\n?/g, '\n');
  return unix.endsWith('\n') ? unix : `${unix}\n`;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
