import type { StageName } from '../api/StageName';

/**
 * The stages in their order.
 *
 * @public
 */
export const stageNames: readonly StageName[] = [
  'coding',
  'pickup',
  'review',
  'integration',
  'promotion',
  'rollout',
];
