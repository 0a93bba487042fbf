import type { HatchTarget } from '@golden-path/backstage-plugin-escape-hatch-common';

/** An escape hatch that opens the gate now. */
export interface ActiveHatch {
  id: string;
  number: number;
  /** Full ref. */
  entityRef: string;
  /** The catalog's uid of the entity that it was approved for. */
  entityUid: string;
  /** Ids of rules, today's ones for aliases, sorted. */
  rules: string[];
  target: HatchTarget;
  /** ms */
  activeFrom: number;
  /** ms, exclusive */
  expiresAt: number;
  /** ms */
  lastUsedAt: number | null;
}
