import type { Incident } from './Incident';

/** Instants at which incidents count: their openings and ends. */
export function incidentInstants(incidents: Incident[]): Set<number> {
  return new Set(
    incidents.flatMap(({ openedAt, resolvedAt }) =>
      resolvedAt === null ? [openedAt] : [openedAt, resolvedAt],
    ),
  );
}
