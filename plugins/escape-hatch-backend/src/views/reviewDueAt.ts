import type { HatchRecord } from '../requests/HatchRecord';

const DAY = 86_400_000;

/** Before its end every escape hatch is looked at once more. */
const LAST_LOOK = 30 * DAY;

/**
 * When the quarterly review of an approved escape hatch is due, ms: `reviewDays` after it was last looked at (its
 * review or, before the first one, its begin), and once more from 30 days before its end on. Undefined where its end
 * comes first.
 */
export function reviewDueAt(
  record: Pick<
    HatchRecord,
    'status' | 'activeFrom' | 'reviewedAt' | 'expiresAt'
  >,
  settings: { reviewDays: number },
): number | undefined {
  const { status, activeFrom, expiresAt } = record;
  if (status !== 'approved' || activeFrom === null) {
    return undefined;
  }
  const looked = Math.max(activeFrom, record.reviewedAt ?? activeFrom);
  const regular = looked + settings.reviewDays * DAY;
  const last = expiresAt - LAST_LOOK;
  const due = looked < last ? Math.min(regular, last) : regular;
  return due < expiresAt ? due : undefined;
}
