import type { DoraTranslation } from '../translation/useDoraTranslation';

/** Why the backend lets an event not count. */
export const REASONS = [
  'redeploy',
  'config',
  'promotion',
  'not-production',
  'failed-rollout',
  'unknown-service',
  'merged',
] as const;

type Reason = (typeof REASONS)[number];

/** A reason as the filter names it; one that this version does not know by its code. */
export function reasonName(code: string, t: DoraTranslation): string {
  return (REASONS as readonly string[]).includes(code)
    ? t(`quality.excluded.reasons.${code as Reason}`)
    : code;
}
