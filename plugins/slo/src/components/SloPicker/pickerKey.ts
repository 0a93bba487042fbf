/** The tab that a key moves to; undefined for keys that are not the tab list's. */
export function pickerKey(
  key: string,
  index: number,
  count: number,
): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
