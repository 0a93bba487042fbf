import {
  phaseOf,
  type RequestPhase,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from '../requests/HatchRecord';
import type { EscapeHatchSettings } from '../settings';
import { flagsOf } from '../views/flagsOf';

/** Common to all issues that mirror requests. */
export const ISSUE_LABEL = 'escape-hatch';

const DONE: RequestPhase[] = ['expired', 'revoked', 'superseded'];
const NOT_PLANNED: RequestPhase[] = ['rejected', 'withdrawn', 'lapsed'];

/** What the issue of a request shows of its state. */
export interface IssueState {
  labels: string[];
  state: 'open' | 'closed';
  /** Of a closed one. */
  state_reason?: 'completed' | 'not_planned';
}

/**
 * Labels of a request's issue, and whether it is closed: as soon as the request is over.
 *
 * @param options.now - ms
 */
export function requestState(
  record: HatchRecord,
  options: { settings: EscapeHatchSettings; now: number },
): IssueState {
  const phase = phaseOf(record, options.now);
  const isSuspended = flagsOf(record, { ...options, stalled: false }).includes(
    'suspended',
  );
  const word = isSuspended ? 'suspended' : phase.replace('_', ' ');
  const labels = [ISSUE_LABEL, `${ISSUE_LABEL}: ${word}`];
  if (DONE.includes(phase)) {
    return { labels, state: 'closed', state_reason: 'completed' };
  }
  return NOT_PLANNED.includes(phase)
    ? { labels, state: 'closed', state_reason: 'not_planned' }
    : { labels, state: 'open' };
}
