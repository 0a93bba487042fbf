import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { doraTranslationRef } from './doraTranslationRef';

/** Gives the plugin's texts by their keys. */
export type DoraTranslation = TranslationFunction<typeof doraTranslationRef.T>;

/** The plugin's texts in the reader's language. */
export function useDoraTranslation(): DoraTranslation {
  return useTranslationRef(doraTranslationRef).t;
}
