import {
  type HatchTarget,
  targetsMeet,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Claim } from './Claim';

/** A request that holds what another one asks for. */
export interface Overlap {
  id: string;
  number: number;
}

/** A request that waits for a decision, or an escape hatch that has not ended. */
export interface Holder extends Overlap {
  entityRef: string;
  rules: string[];
  target: HatchTarget | undefined;
}

/** Those of the same entity for a shared rule whose targets can meet, in their order. */
export function overlapping(holders: Holder[], claim: Claim): Overlap[] {
  return holders
    .filter(
      holder =>
        holder.entityRef === claim.entityRef &&
        !claim.exempt.includes(holder.id) &&
        holder.rules.some(rule => claim.rules.includes(rule)) &&
        targetsMeet(claim.target, holder.target),
    )
    .map(({ id, number }) => ({ id, number }));
}
