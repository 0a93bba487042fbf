import type { IncidentTimes } from './IncidentReader';
import type { Span } from './LocalCalendar';

/** How long the incidents of a window took, and how many were open at its end. */
export interface RestoreTimes {
  /** Resolved minus opened, of those resolved in the window; in seconds. */
  seconds: Float64Array;
  /** Opened in the window and not resolved in it. */
  open: number;
}

/** An incident lies in a window by its resolution, an open one by its opening. */
export function restoreTimes(
  incidents: IncidentTimes[],
  window: Span,
): RestoreTimes {
  const inWindow = (at: number) => at >= window.from && at < window.to;
  const seconds = incidents.flatMap(({ openedAt, resolvedAt }) =>
    resolvedAt !== null && inWindow(resolvedAt)
      ? [(resolvedAt - openedAt) / 1_000]
      : [],
  );
  return {
    seconds: Float64Array.from(seconds),
    open: incidents.filter(
      ({ openedAt, resolvedAt }) =>
        inWindow(openedAt) && (resolvedAt === null || resolvedAt >= window.to),
    ).length,
  };
}
