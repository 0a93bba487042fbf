import type { HatchRecord } from './HatchRecord';

const DAY = 86_400_000;

/** From when on an escape hatch does not count, unless its new owner confirms it before, ms; null without one. */
export function suspendedFrom(
  record: Pick<HatchRecord, 'ownerChangedAt'>,
  settings: { confirmDays: number },
): number | null {
  return record.ownerChangedAt === null
    ? null
    : record.ownerChangedAt + settings.confirmDays * DAY;
}
