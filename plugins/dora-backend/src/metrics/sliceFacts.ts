import type { FactRows } from './FactRows';
import { FactSetBuilder } from './FactSetBuilder';
import type { FactSlice } from './FactSlice';
import type { Span } from './LocalCalendar';

/**
 * Deals rows out to spans, by the instant at which each of them counts; a row outside of all spans is none of them.
 *
 * @param spans - in order, without overlaps
 */
export function sliceFacts(rows: FactRows, spans: Span[]): FactSlice[] {
  const builders = spans.map(() => new FactSetBuilder());
  const at = (instant: number): FactSetBuilder | undefined =>
    builders[indexOf(spans, instant)];
  for (const row of rows.deployments) {
    at(row.finishedAt)?.addDeployment(row);
  }
  for (const row of rows.recoveries) {
    at(row.recoveredAt)?.addRecovery(row);
  }
  for (const row of rows.shipped) {
    at(row.finishedAt)?.addShipped(row);
  }
  return spans.map((span, index) => ({
    ...span,
    facts: builders[index].build(),
  }));
}

/** Index of the span that contains an instant; -1 for none. */
function indexOf(spans: Span[], instant: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (instant < spans[middle].from) {
      high = middle - 1;
    } else if (instant >= spans[middle].to) {
      low = middle + 1;
    } else {
      return middle;
    }
  }
  return -1;
}
