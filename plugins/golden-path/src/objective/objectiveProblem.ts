import type { GoldenPathTranslation } from '../translation/useGoldenPathTranslation';
import { HUNDRED_PERCENT, percentOf, percentText } from './percent';

/** What a template allows, as fractions, from its JSON schema. */
export interface ObjectiveBounds {
  minimum?: number;
  maximum?: number;
}

/** Why a percentage can be no objective, in words; undefined where it can. */
export function objectiveProblem(options: {
  /** Undefined where what was typed is no percentage. */
  percent: bigint | undefined;
  bounds: ObjectiveBounds;
  t: GoldenPathTranslation;
}): string | undefined {
  const { percent, bounds, t } = options;
  if (percent === undefined || percent <= 0n || percent >= HUNDRED_PERCENT) {
    return t('objective.refused');
  }
  const { minimum, maximum } = bounds;
  if (minimum !== undefined && percent < percentOf(minimum)) {
    return t('objective.tooLow', { bound: percentText(percentOf(minimum)) });
  }
  if (maximum !== undefined && percent > percentOf(maximum)) {
    return t('objective.tooHigh', { bound: percentText(percentOf(maximum)) });
  }
  return undefined;
}
