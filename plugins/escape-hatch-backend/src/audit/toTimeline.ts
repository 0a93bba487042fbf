import type {
  AuditEntry,
  TimelineEntry,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { toInstant } from '../database/instants';
import type { TransitionDetails } from './TransitionDetails';

/** What people are shown of a row of the audit trail. */
export function toTimeline(entry: AuditEntry): TimelineEntry {
  const { comment, stage, changed, cleared, outcome } =
    entry.details as Partial<TransitionDetails>;
  return {
    at: toInstant(Date.parse(entry.at)),
    actor: entry.actor,
    action: entry.action,
    version: entry.version,
    ...(comment && { comment }),
    ...(stage && { stage }),
    ...(changed && { changed }),
    ...(cleared && { cleared }),
    ...(outcome && { outcome }),
  };
}
