/**
 * Approved, time-limited exceptions from golden-path rules: requests, approvals, insights.
 *
 * @packageDocumentation
 */

export { escapeHatchPlugin as default } from './plugin';
export { escapeHatchApiRef } from './api/escapeHatchApiRef';
export { escapeHatchTranslationRef } from './translation/escapeHatchTranslationRef';
