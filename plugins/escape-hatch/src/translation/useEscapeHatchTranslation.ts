import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { escapeHatchTranslationRef } from './escapeHatchTranslationRef';

/** Gives the plugin's texts by their keys. */
export type EscapeHatchTranslation = TranslationFunction<
  typeof escapeHatchTranslationRef.T
>;

/** The plugin's texts in the reader's language. */
export function useEscapeHatchTranslation(): EscapeHatchTranslation {
  return useTranslationRef(escapeHatchTranslationRef).t;
}
