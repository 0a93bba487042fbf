import type { ExcludedEvent } from '@golden-path/backstage-plugin-dora-common';
import { describeDuration } from '../deployments/describeDuration';
import { exclusion } from '../deployments/exclusion';
import type { ExclusionCode } from './ExcludedStore';

/** The report that a rollout counts with; ms. */
export interface FirstReport {
  sourceType: string;
  at: number;
}

/** What sources call their reports. */
const REPORTS: Record<string, string> = {
  gitops: 'GitOps commit',
  cdevents: 'CDEvents event',
  github: 'GitHub deployment status',
};

/** Why an event did not count, in a sentence that names the rule or the other event. */
export function describeExclusion(
  event: {
    code: ExclusionCode;
    type: string;
    at: number;
    environment: string | null;
    version: string | null;
    subject: string;
  },
  first: FirstReport | undefined,
): Pick<ExcludedEvent, 'metric' | 'reason' | 'code'> {
  const { code } = event;
  const metric =
    code === 'unresolved-version' ||
    code === 'unknown-commit' ||
    code === 'unmerged-build'
      ? 'changeLeadTime'
      : 'all';
  return { code, metric, reason: reasonOf(event, first) };
}

function reasonOf(
  event: Parameters<typeof describeExclusion>[0],
  first: FirstReport | undefined,
): string {
  const { code, environment, version } = event;
  switch (code) {
    case 'superseded':
      return 'A later report of the same event replaces it.';
    case 'retracted':
      return 'Its source says that it never happened, for instance because history was rewritten.';
    case 'unknown-service':
      return 'No component has this name or the annotation golden-path.io/cdevents-id.';
    case 'merged':
      return first
        ? `Merged: same rollout as ${
            REPORTS[first.sourceType] ?? `${first.sourceType} event`
          }, ${describeDuration(event.at - first.at)} apart.`
        : 'Merged: same rollout as an earlier event.';
    case 'unmerged-build':
      return 'Not on the default branch: ships no change until it is merged.';
    case 'unresolved-version':
      return `No commit is known for ${version}; its changes count with the next deployment whose commit is known.`;
    case 'unknown-commit':
      return `The commit of ${version} is in no history that a source has read.`;
    case 'import':
      return 'Import: many files were added at once, which says what runs, but not when it was deployed.';
    case 'removal':
      return 'Removal: the file was deleted, which deploys nothing.';
    case 'not-deployed-yet':
      return 'Merged, not deployed yet: counted when a production deployment contains it.';
    default:
      return exclusion({
        environment: environment ?? 'production',
        production: code !== 'not-production',
        version: version ?? '',
        outcome: code === 'failed-rollout' ? 'failure' : 'success',
        kind: code,
      })!;
  }
}
