/** Rows or values of one statement: SQLite takes no more at once. */
const BATCH = 500;

/** A list in pieces that one statement can carry. */
export function* inBatches<T>(items: T[], size = BATCH): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
