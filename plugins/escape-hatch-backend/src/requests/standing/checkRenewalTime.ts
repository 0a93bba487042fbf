import { toInstant } from '../../database/instants';
import type { Check } from './Question';

/** How long before its end an escape hatch may be renewed: 30 days. */
const RENEWAL_MS = 30 * 86_400_000;

/** That it is time for a renewal: neither too early nor once it has expired. */
export const checkRenewalTime: Check = ({ record, now }) => {
  if (now >= record.expiresAt) {
    return {
      kind: 'guard',
      guard: 'renewal-expired',
      reason: `It expired at ${toInstant(
        record.expiresAt,
      )}; ask for a new one.`,
    };
  }
  const from = record.expiresAt - RENEWAL_MS;
  return now >= from
    ? undefined
    : {
        kind: 'guard',
        guard: 'renewal-too-early',
        reason: `It may be renewed from ${toInstant(
          from,
        )} on, 30 days before its end.`,
      };
};
