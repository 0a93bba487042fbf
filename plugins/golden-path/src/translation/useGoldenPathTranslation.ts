import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { goldenPathTranslationRef } from './goldenPathTranslationRef';

/** Gives the plugin's texts by their keys. */
export type GoldenPathTranslation = TranslationFunction<
  typeof goldenPathTranslationRef.T
>;

/** The plugin's texts in the reader's language. */
export function useGoldenPathTranslation(): GoldenPathTranslation {
  return useTranslationRef(goldenPathTranslationRef).t;
}
