import type { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { goldenPathTranslationRef } from './goldenPathTranslationRef';
import type { GoldenPathTranslation } from './useGoldenPathTranslation';

/** The plugin's texts where there is no component to take them, as in the validation of a field. */
export function translationOf(apis: ApiHolder): GoldenPathTranslation {
  const snapshot = apis
    .get(translationApiRef)
    ?.getTranslation(goldenPathTranslationRef);
  // The field on the same page has waited for its texts.
  if (!snapshot?.ready) {
    throw new Error('The texts of the golden path are not loaded; try again');
  }
  return snapshot.t;
}
