import type { SloTranslation } from '../translation/useSloTranslation';

/** A window in words: `30 days`, `36 hours`. */
export function wordsForSpan(seconds: number, t: SloTranslation): string {
  const days = Math.round(seconds / 86_400);
  return seconds >= 86_400
    ? t('card.days', { count: days })
    : t('card.hours', { count: Math.max(1, Math.round(seconds / 3600)) });
}

/** A part of a window in the unit of the whole: the 18 of `18 of 30 days`. */
export function countInSpan(partSeconds: number, wholeSeconds: number): string {
  return String(
    Math.round(partSeconds / (wholeSeconds >= 86_400 ? 86_400 : 3600)),
  );
}
