import type {
  DocumentStatus,
  LatchedThreshold,
  SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';

/** An SLO as it is stored: the last good definition and what is known beside it. */
export interface Slo {
  id: string;
  entityRef: string;
  ownerRef: string | null;
  systemRef: string | null;
  /** Pushed data of the entity are labelled as made up for a demonstration. */
  demo: boolean;
  name: string;
  definition: SloDefinition;
  fingerprint: string;
  generation: number;
  source: { type: string; name: string | null };
  document: DocumentStatus;
  latched: LatchedThreshold[];
  /** Seconds since the epoch. */
  notifiedAt: number | null;
}

/** The tiles of one generation of an SLO's query. Instants are seconds since the epoch. */
export interface Series {
  id: number;
  sloId: string;
  generation: number;
  since: number;
  until: number | null;
  finalConsumed: number | null;
  tileSeconds: number | null;
  firstStart: number | null;
  watermark: number | null;
  askedTo: number | null;
  loadedFrom: number | null;
  sourceFrom: number | null;
  compactedTo: number | null;
  judgedTo: number | null;
  emptyPasses: number;
  sourceError: { message: string; since: number } | null;
  sourceWarnings: string[];
}

/** Length of the SLO's window in seconds. */
export function windowSeconds(slo: Pick<Slo, 'definition'>): number {
  const { window } = slo.definition;
  if (window.type !== 'rolling') {
    throw new Error(
      `SLO '${slo.definition.name}' has a ${window.type} window; expected a rolling one`,
    );
  }
  return window.seconds;
}
