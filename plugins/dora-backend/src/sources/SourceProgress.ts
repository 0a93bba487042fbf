/** How many points of a pass's progress are kept, and how far apart they are at least. */
const POINTS = 12;
const POINT_MS = 5_000;

/** Without a sign of life for so long, nobody can say how long a pass will take. */
const SILENT_MS = 120_000;

/** How far a pass is, with recent points from which its speed follows. Instants are milliseconds. */
export interface SourceProgress {
  done: number;
  total: number;
  completeFrom?: string;
  /** Oldest first. */
  points: { at: number; done: number }[];
}

/** The progress after a report; points are thinned out, so that they span the last minute. */
export function advanceProgress(options: {
  before: SourceProgress | undefined;
  report: { done: number; total: number; completeFrom?: string };
  now: number;
}): SourceProgress {
  const { before, report, now } = options;
  // Another pass counts from the beginning.
  const points =
    before && report.done >= before.done && report.total === before.total
      ? [...before.points]
      : [];
  const previous = points.at(-2);
  if (previous && now - previous.at < POINT_MS) {
    points.pop();
  }
  points.push({ at: now, done: report.done });
  return { ...report, points: points.slice(-POINTS) };
}

/** Seconds that a pass will still take at its recent speed; null where that is unknown. */
export function estimateSeconds(
  progress: SourceProgress,
  now: number,
): number | null {
  const { done, total, points } = progress;
  const oldest = points[0];
  const newest = points.at(-1);
  if (!oldest || !newest || now - newest.at > SILENT_MS) {
    return null;
  }
  const perMs = (newest.done - oldest.done) / (newest.at - oldest.at);
  if (!(perMs > 0) || !Number.isFinite(perMs)) {
    return null;
  }
  const left = (total - done) / perMs - (now - newest.at);
  return Math.max(0, Math.round(left / 1_000));
}
