import { NotFoundError } from '@backstage/errors';
import type { Period } from './finishedPeriods';
import type { Frozen, FrozenReader } from './FrozenReader';

/**
 * Freezes what is missing, newest first; periods before a scope's first observation have nothing to freeze.
 *
 * @param periods - newest first
 * @param kept - periods that each scope has, by `periodKey`
 */
export async function freezePeriods(options: {
  scopes: string[];
  periods: Period[];
  kept: Set<string>;
  reader: Pick<FrozenReader, 'read'>;
  keep: (scope: string, period: Period, frozen: Frozen) => Promise<void>;
  signal: AbortSignal;
}): Promise<void> {
  const { scopes, periods, kept, reader, keep, signal } = options;
  for (const scope of scopes) {
    const missing = periods.filter(
      ({ name }) => !kept.has(periodKey(scope, name)),
    );
    for (const period of missing) {
      signal.throwIfAborted();
      const frozen = await read(reader, scope, period);
      if (!frozen?.wasObserved) {
        break;
      }
      await keep(scope, period, frozen);
    }
  }
}

export function periodKey(scope: string, period: string): string {
  return `${period} ${scope}`;
}

/** Undefined for what the catalog has not got any more; the directory may still have it. */
async function read(
  reader: Pick<FrozenReader, 'read'>,
  scope: string,
  period: Period,
): Promise<Frozen | undefined> {
  try {
    return await reader.read(scope, period);
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}
