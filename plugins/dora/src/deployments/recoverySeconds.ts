import type { Deployment } from '@golden-path/backstage-plugin-dora-common';

/** From a failed deployment's finish to its recovery; undefined where there was none. */
export function recoverySeconds(
  deployment: Pick<Deployment, 'failed' | 'finishedAt' | 'recoveredAt'>,
): number | undefined {
  const { failed, finishedAt, recoveredAt } = deployment;
  return failed && recoveredAt
    ? (Date.parse(recoveredAt) - Date.parse(finishedAt)) / 1000
    : undefined;
}
