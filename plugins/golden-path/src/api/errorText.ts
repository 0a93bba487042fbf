import { ResponseError } from '@backstage/errors';
import type { GoldenPathTranslation } from '../translation/useGoldenPathTranslation';

/** Why a request failed, in words for the reader. */
export function errorText(error: unknown, t: GoldenPathTranslation): string {
  if (!(error instanceof ResponseError)) {
    return t('error.silent');
  }
  // What a 4xx says is meant for its reader; behind a 5xx there are inner workings.
  const message = error.statusCode < 500 ? error.body.error.message : undefined;
  const isSilent = [502, 503, 504].includes(error.statusCode);
  return message || (isSilent ? t('error.silent') : t('error.answered'));
}
