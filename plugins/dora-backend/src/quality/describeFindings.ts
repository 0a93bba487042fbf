import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import type { UnknownService } from './QualityStore';
import type { WindowCounts } from './WindowCounts';

const ALL_METRICS = [
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
  'deploymentReworkRate',
] as const;

/** How many names a sentence lists. */
const NAMED = 3;

/** Puts findings into words, those that change a number first. */
export function describeFindings(options: {
  facts: WindowCounts;
  services: { deployed: number; withoutIncidents: number };
  notDeployed: number;
  unknownServices: UnknownService[];
  failingSources: { id: string; error: string | null }[];
}): DataQualityFinding[] {
  const { facts, services, unknownServices, failingSources } = options;
  const { counts, changes } = facts;
  const unknownEvents = unknownServices.reduce((sum, { n }) => sum + n, 0);
  const findings: DataQualityFinding[] = [
    {
      id: 'no-source',
      severity: 'warning',
      affects: [...ALL_METRICS],
      n: facts.wasObserved ? 0 : 1,
      title: 'No source',
      message: 'Nothing was ever reported for this scope.',
      fix: 'Set up a source: a GitOps repository, CDEvents from CI, or GitHub.',
    },
    {
      id: 'source-failing',
      severity: 'warning',
      affects: [...ALL_METRICS, 'timeToRestore'],
      n: failingSources.length,
      title: 'Source cannot be read',
      message: `Events since its last success are missing. ${failingSources
        .map(({ id, error }) => `${id}: ${error ?? 'unknown error'}`)
        .join(' ')}`.trim(),
      fix: 'Repair the source; what is missing is collected then.',
    },
    {
      id: 'opening-unknown',
      severity: 'warning',
      affects: ['changeLeadTime'],
      n: counts.openingUnknown,
      of: changes,
      title: 'Pull request opening time unknown',
      message: 'Pickup and review have no value; coding runs to the merge.',
      fix: 'Connect GitHub',
    },
    {
      id: 'no-incident-source',
      severity: 'warning',
      affects: [
        'changeFailRate',
        'failedDeploymentRecoveryTime',
        'timeToRestore',
      ],
      n: services.withoutIncidents,
      of: services.deployed,
      title: 'No incident source',
      message: 'Failures are found by rollback, revert and hotfix only.',
      fix: 'Connect Alertmanager',
    },
    {
      id: 'unresolved-version',
      severity: 'warning',
      affects: ['changeLeadTime'],
      n: counts.unresolved,
      of: counts.deployments,
      title: 'Version without a known commit',
      message:
        'Its changes are counted with the next deployment whose version is known.',
      fix: 'Tag the commit in the service repository, or report the artifact with its commit.',
    },
    {
      id: 'old-commit',
      severity: 'info',
      affects: ['changeLeadTime'],
      n: counts.oldCommits,
      of: changes,
      title: 'Commit authored long before',
      message:
        'A commit was authored more than 90 days before its pull request; its committer time counts.',
      fix: 'Nothing to do.',
    },
    {
      id: 'branch-build',
      severity: 'info',
      affects: [],
      n: counts.branchBuilds,
      title: 'Branch build',
      message: 'Not on the default branch: ships no change until it is merged.',
      fix: 'Nothing to do, unless releases are built from branches.',
    },
    {
      id: 'not-deployed-yet',
      severity: 'info',
      affects: [],
      n: options.notDeployed,
      title: 'Merged, not deployed yet',
      message: 'Counted when a deployment contains them.',
      fix: 'Nothing to do.',
    },
    {
      id: 'unknown-service',
      severity: 'info',
      affects: [],
      n: unknownEvents,
      title: 'Event of an unknown service',
      message: `${names(
        unknownServices,
      )} matches no component. Counted when the catalog learns it.`,
      fix: 'Register the component, or set its annotation golden-path.io/cdevents-id or golden-path.io/dora-service.',
    },
  ];
  return findings
    .filter(({ n }) => n > 0)
    .sort(
      (a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'),
    );
}

function names(services: UnknownService[]): string {
  const named = services
    .slice(0, NAMED)
    .map(({ subject }) => `“${subject.slice(subject.indexOf(':') + 1)}”`)
    .join(', ');
  const more = services.length - NAMED;
  return more > 0 ? `${named} and ${more} more: each` : named;
}
