import {
  phaseOf,
  type RequestFlag,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from '../requests/HatchRecord';
import { suspendedFrom } from '../requests/suspendedFrom';
import { reviewDueAt } from './reviewDueAt';

/** What is to be known of a request at `now` (ms); whether it is stalled needs the catalog. */
export function flagsOf(
  record: HatchRecord,
  options: {
    settings: { reviewDays: number; confirmDays: number };
    now: number;
    stalled: boolean;
  },
): RequestFlag[] {
  const { settings, now, stalled } = options;
  const phase = phaseOf(record, now);
  const flags: RequestFlag[] = [];
  const due = reviewDueAt(record, settings);
  if (phase === 'active' && due !== undefined && due <= now) {
    flags.push('review_due');
  }
  const suspended = suspendedFrom(record, settings);
  if (suspended !== null && (phase === 'active' || phase === 'scheduled')) {
    flags.push('owner_changed');
    if (suspended <= now) {
      flags.push('suspended');
    }
  }
  if (stalled) {
    flags.push('stalled');
  }
  return flags;
}
