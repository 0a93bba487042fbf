import { record } from '../record';

/**
 * Values of an environment over those of a chart, as Helm lays them: maps are merged, all else is replaced, and null
 * removes.
 */
export function coalesceValues(chart: unknown, environment: unknown): unknown {
  if (!isMap(chart) || !isMap(environment)) {
    return environment === undefined ? chart : environment;
  }
  const merged: Record<string, unknown> = Object.create(null);
  Object.assign(merged, record(chart));
  for (const [key, value] of Object.entries(record(environment))) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = coalesceValues(merged[key], value);
    }
  }
  return merged;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
