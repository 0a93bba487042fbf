/** Where a key moves the reading line: to an index, off the chart (undefined), or nowhere. */
export function readingKey(
  key: string,
  index: number | undefined,
  count: number,
): number | undefined | 'ignored' {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, (index ?? count) - 1);
    case 'ArrowRight':
      return Math.min(count - 1, (index ?? -1) + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return index === undefined ? 'ignored' : undefined;
    default:
      return 'ignored';
  }
}
