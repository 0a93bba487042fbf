import type { HatchRecord } from '../requests/HatchRecord';
import type { EscapeHatchSettings } from '../settings';
import { addWorkingDays } from './addWorkingDays';

/**
 * When a request lapses, ms: so many working days after it began to wait for its current stage, or for the requester's
 * changes. Undefined of one that waits for nobody.
 */
export function lapsesAt(
  record: Pick<HatchRecord, 'status' | 'waitingSince'>,
  settings: Pick<EscapeHatchSettings, 'lapseWorkingDays' | 'timeZone'>,
): number | undefined {
  const { status, waitingSince } = record;
  const waits = status === 'submitted' || status === 'changes_requested';
  return waits && waitingSince !== null
    ? addWorkingDays(waitingSince, settings.lapseWorkingDays, settings.timeZone)
    : undefined;
}
