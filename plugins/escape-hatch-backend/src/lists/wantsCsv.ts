import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** Query parameter of what can be exported. */
export const formatQuery = { format: z.enum(['json', 'csv']).optional() };

/** Whether an answer is to be CSV, by the query or else by the header `Accept`. */
export function wantsCsv(
  query: { format?: 'json' | 'csv' },
  headers: IncomingHttpHeaders,
): boolean {
  return query.format === undefined
    ? /^\s*text\/csv\b/i.test(headers.accept ?? '')
    : query.format === 'csv';
}
