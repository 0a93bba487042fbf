import type { RequestPhase } from '@golden-path/backstage-plugin-escape-hatch-common';

/** Asked for, but not decided. */
export const PENDING_PHASES: RequestPhase[] = [
  'draft',
  'submitted',
  'changes_requested',
];

/** All that has not ended. */
export const OPEN_PHASES: RequestPhase[] = [
  ...PENDING_PHASES,
  'scheduled',
  'active',
];

/** All that has ended. */
export const ENDED_PHASES: RequestPhase[] = [
  'expired',
  'rejected',
  'withdrawn',
  'lapsed',
  'revoked',
  'superseded',
];
