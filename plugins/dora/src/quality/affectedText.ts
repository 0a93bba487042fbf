import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../format/formatCount';
import type { DoraTranslation } from '../translation/useDoraTranslation';

/** What a finding counts, for those whose kind is known here. */
const THINGS = {
  'opening-unknown': 'changes',
  'old-commit': 'changes',
  'not-deployed-yet': 'changes',
  'no-incident-source': 'services',
  'unresolved-version': 'deployments',
  'branch-build': 'deployments',
  'unknown-service': 'events',
  'source-failing': 'sources',
} as const;

/** How much a finding is about: `4 of 9 services`, `257 changes` where it is all of them. */
export function affectedText(
  { id, n, of }: DataQualityFinding,
  t: DoraTranslation,
): string {
  const number =
    of === undefined || of === n
      ? formatCount(n)
      : t('quality.findings.of', { n: formatCount(n), total: formatCount(of) });
  const thing = THINGS[id as keyof typeof THINGS];
  return thing
    ? t(`quality.findings.things.${thing}`, { count: of ?? n, number })
    : number;
}
