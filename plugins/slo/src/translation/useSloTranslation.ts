import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { sloTranslationRef } from './sloTranslationRef';

/** The plugin's texts in the reader's language. */
export function useSloTranslation() {
  return useTranslationRef(sloTranslationRef).t;
}

export type SloTranslation = ReturnType<typeof useSloTranslation>;
