import type { DoraTranslation } from '../translation/useDoraTranslation';

/** Why the backend lets an event not count. */
export const REASONS = [
  'unknown-service',
  'not-production',
  'config',
  'redeploy',
  'promotion',
  'failed-rollout',
  'merged',
  'superseded',
  'retracted',
  'unmerged-build',
  'unresolved-version',
  'unknown-commit',
  'not-deployed-yet',
  'import',
  'removal',
] as const;

type Reason = (typeof REASONS)[number];

/** A reason as the filter names it; one that this version does not know by its code. */
export function reasonName(code: string, t: DoraTranslation): string {
  return (REASONS as readonly string[]).includes(code)
    ? t(`quality.excluded.reasons.${code as Reason}`)
    : code;
}
