import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';

/** The least budget left first, those without a number last, else by name. */
export function worstFirst(slos: SloStatus[]): SloStatus[] {
  const rank = ({ budget }: SloStatus) => budget.remaining ?? Infinity;
  return [...slos].sort((a, b) =>
    rank(a) === rank(b) ? a.name.localeCompare(b.name) : rank(a) - rank(b),
  );
}
