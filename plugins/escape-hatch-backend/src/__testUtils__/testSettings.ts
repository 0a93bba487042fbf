import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { type EscapeHatchSettings, readSettings } from '../settings';

/** Settings as the shipped defaults and the given keys under `escapeHatch` make them. */
export function testSettings(
  escapeHatch: JsonObject = {},
): EscapeHatchSettings {
  return readSettings(new ConfigReader({ escapeHatch }));
}
