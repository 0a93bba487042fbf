import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { sloTranslationRef } from './sloTranslationRef';

/** Gives the plugin's texts by their keys. */
export type SloTranslation = TranslationFunction<typeof sloTranslationRef.T>;

/** The plugin's texts in the reader's language. */
export function useSloTranslation(): SloTranslation {
  return useTranslationRef(sloTranslationRef).t;
}
