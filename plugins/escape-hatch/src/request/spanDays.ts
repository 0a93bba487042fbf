import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { daysUntil } from '../format/daysUntil';

/**
 * For how many whole days a request counts in all: from its begin, or, of one that has none yet, from its asked start
 * or from now on.
 */
export function spanDays(request: EscapeHatchRequest, now: Date): number {
  const { activeFrom, startsAt, expiresAt } = request;
  const asked = startsAt ? Math.max(Date.parse(startsAt), now.getTime()) : now;
  return daysUntil(expiresAt, new Date(activeFrom ?? asked));
}
