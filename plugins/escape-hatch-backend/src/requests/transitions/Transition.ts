import type { TransitionAction } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { TransitionDetails } from '../../audit/TransitionDetails';
import type { HatchRecord } from '../HatchRecord';

/** One step of a request's life, as it is to be written. */
export interface Transition {
  /** Left out: the request is new. */
  before?: HatchRecord;
  /** With the next version. */
  after: HatchRecord;
  action: TransitionAction;
  /** Full user ref, or `portal`. */
  actor: string;
  /** Groups and users that it waits for then; none unless it is submitted. */
  waiting: string[];
  /** Whether it waits, and nobody may decide it. */
  stalled?: boolean;
  details: Omit<TransitionDetails, 'content'>;
}

/** Who acts where no person does. */
export const PORTAL = 'portal';

/** A record after a transition. */
export function nextOf(
  before: HatchRecord,
  now: number,
  changes: Partial<HatchRecord>,
): HatchRecord {
  return {
    ...before,
    ...changes,
    version: before.version + 1,
    updatedAt: now,
  };
}
