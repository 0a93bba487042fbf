import type { GoldenPathTranslation } from '../translation/useGoldenPathTranslation';
import type { Tally } from './Tally';

/** `1 error and 1 warning`; undefined where nothing was found. */
export function tallyText(
  tally: Tally,
  t: GoldenPathTranslation,
): string | undefined {
  const parts = [
    tally.error && t('check.errors', { count: tally.error }),
    tally.warning && t('check.warnings', { count: tally.warning }),
    tally.waived && t('check.waived', { count: tally.waived }),
  ].filter(part => typeof part === 'string');
  if (parts.length < 2) {
    return parts[0];
  }
  return t('check.and', {
    first: parts.slice(0, -1).join(', '),
    second: parts.at(-1)!,
  });
}
