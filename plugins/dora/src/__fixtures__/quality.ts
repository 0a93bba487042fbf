import type {
  DataQualityFinding,
  DoraSourceStatus,
  ExcludedEvent,
} from '@golden-path/backstage-plugin-dora-common';

export const findings: DataQualityFinding[] = [
  {
    id: 'branch-build',
    severity: 'info',
    affects: [],
    n: 7,
    title: 'Branch build',
    message: 'Not on the default branch: ships no change until it is merged.',
    fix: 'Nothing to do, unless releases are built from branches.',
  },
  {
    id: 'opening-unknown',
    severity: 'warning',
    affects: ['changeLeadTime'],
    n: 257,
    of: 257,
    title: 'Pull request opening time unknown',
    message: 'Pickup and review have no value; coding runs to the merge.',
    fix: 'Connect GitHub',
  },
  {
    id: 'no-incident-source',
    severity: 'warning',
    affects: ['changeFailRate', 'failedDeploymentRecoveryTime'],
    n: 4,
    of: 9,
    title: 'No incident source',
    message: 'Failures are found by rollback, revert and hotfix only.',
    fix: 'Connect Alertmanager',
  },
  {
    id: 'not-deployed-yet',
    severity: 'info',
    affects: [],
    n: 2,
    title: 'Merged, not deployed yet',
    message: 'Counted when a deployment contains them.',
    fix: 'Nothing to do.',
  },
  {
    id: 'unknown-service',
    severity: 'info',
    affects: [],
    n: 2,
    title: 'Event of an unknown service',
    message:
      '“billing” matches no component. Counted when the catalog learns it.',
    fix: 'Register the component, or set its annotation golden-path.io/cdevents-id or golden-path.io/dora-service.',
  },
];

/** One source in each state. */
export const sourcesInEachState: DoraSourceStatus[] = [
  {
    id: 'cdevents',
    type: 'cdevents',
    state: 'ok',
    lastSeenAt: '2026-11-23T13:33:00Z',
    warnings: [],
  },
  {
    id: 'gitops:gitops.git',
    type: 'gitops',
    state: 'backfilling',
    lastSeenAt: null,
    progress: { done: 184_200, total: 250_000, etaSeconds: 240 },
    completeFrom: '2024-03-02T00:00:00Z',
    warnings: [],
  },
  {
    id: 'git',
    type: 'git',
    state: 'failing',
    lastSeenAt: '2026-11-23T11:14:00Z',
    error: 'github.com/acme/signon: authentication was refused.',
    warnings: ['support: shallow repository; its history begins on 2 Mar 2024'],
  },
  {
    id: 'pagerduty',
    type: 'pagerduty',
    state: 'waiting',
    lastSeenAt: null,
    warnings: [],
  },
];

export const excluded: ExcludedEvent[] = [
  {
    event: {
      source: 'cdevents',
      type: 'deployment',
      subject: 'billing',
      environment: 'production',
      version: '1.4.0',
      at: '2026-11-16T11:20:00Z',
    },
    metric: 'all',
    reason:
      'No component has this name or the annotation golden-path.io/cdevents-id.',
    code: 'unknown-service',
  },
  {
    event: {
      source: 'gitops',
      type: 'deployment',
      subject: 'support',
      environment: 'production',
      version: 'v522',
      at: '2026-11-10T15:02:00Z',
      deploymentId: 'support-config',
    },
    metric: 'all',
    reason: 'Config commit: the file changed, the tag did not.',
    code: 'config',
  },
  {
    event: {
      source: 'gitops',
      type: 'deployment',
      subject: 'component:default/signon',
      environment: 'production',
      version: 'hotfix-login',
      at: '2026-11-09T10:05:00Z',
      deploymentId: 'signon-hotfix-login',
    },
    metric: 'changeLeadTime',
    reason: 'Not on the default branch: ships no change until it is merged.',
    code: 'unmerged-build',
  },
];
