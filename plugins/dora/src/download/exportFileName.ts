import { DateTime } from 'luxon';
import type { Period } from '../period/Period';

/**
 * What an export is saved as: what it is, of what, and of when, such as
 * `dora-deployments-all-2026-10-26-to-2026-11-22.csv`. The last day is the last one in it.
 */
export function exportFileName(options: {
  list: string;
  scope: string;
  period: Period;
}): string {
  const { list, scope, period } = options;
  const last = DateTime.fromISO(period.to, { zone: 'utc' })
    .minus({ days: 1 })
    .toFormat('yyyy-MM-dd');
  return `dora-${list}-${fileWord(scope)}-${period.from}-to-${last}.csv`;
}

/** A scope without what file systems take amiss: `group:default/platform-team` is `group-default-platform-team`. */
export function fileWord(scope: string): string {
  return scope.replace(/[^A-Za-z0-9._-]+/g, '-');
}
