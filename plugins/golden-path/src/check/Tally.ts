import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';

/** How a finding counts: one that an escape hatch waives holds nothing. */
export type FindingKind = 'error' | 'warning' | 'waived';

export function kindOf({ severity, hatch }: Finding): FindingKind {
  return hatch ? 'waived' : severity;
}

/** Findings by how they count. */
export type Tally = Record<FindingKind, number>;

export function tallyOf(findings: Finding[]): Tally {
  const tally = { error: 0, warning: 0, waived: 0 };
  for (const finding of findings) {
    tally[kindOf(finding)] += 1;
  }
  return tally;
}
