import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { DemoHatch } from './DemoHatch';

const DAY_MS = 86_400_000;

/** The one that is over soon after the demo has started: the API takes no end in the past, from nobody. */
const SHORT_MS = 90_000;

/** The seed's own request, in its words, and others that are made up. */
export function demoHatches(now: Date): DemoHatch[] {
  const inDays = (days: number) =>
    new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const workload = 'component:default/special-ml-workload';
  const readOnlyRoot = (service: string, cache: string) => ({
    entityRef: `component:default/${service}`,
    rules: ['read-only-root'],
    justification: `It writes ${cache} next to its code.`,
    riskAssessment:
      'Somebody who breaks in can change files of the running container, until it is replaced.',
    mitigations: 'Containers are replaced daily; images are scanned as before.',
    riskLevel: 'medium' as const,
    category: 'waiver' as const,
  });
  const low: Pick<EscapeHatchDraft, 'riskLevel' | 'category'> = {
    riskLevel: 'low',
    category: 'waiver',
  };
  return [
    {
      requester: 'ml-engineer',
      draft: {
        ...low,
        entityRef: workload,
        rules: ['probes'],
        justification: 'A training run has no port that a probe could ask.',
        riskAssessment: 'A run that hangs is not restarted by itself.',
        mitigations: 'Runs report their progress, and end after six hours.',
        expiresAt: new Date(now.getTime() + SHORT_MS).toISOString(),
      },
      approvers: ['platform-lead'],
    },
    {
      requester: 'ml-engineer',
      draft: {
        entityRef: workload,
        rules: ['privileged-container'],
        justification:
          'GPU workloads require privileged container access for CUDA driver initialization',
        riskAssessment:
          'Sandboxed to dedicated node pool with taint ml-workload=true',
        mitigations:
          'Dedicated namespace, network policy unchanged, image scanning unchanged',
        riskLevel: 'high',
        category: 'mitigated',
        expiresAt: inDays(84),
        target: {
          cluster: 'prod-eu-1',
          namespace: 'ml-gpu',
          kind: 'Deployment',
          name: 'special-ml-workload',
          environments: ['production', 'staging'],
        },
      },
      approvers: ['ml-lead', 'platform-lead', 'security-reviewer'],
    },
    {
      requester: 'ml-lead',
      draft: {
        ...low,
        entityRef: workload,
        rules: ['resource-limits'],
        justification: 'Memory of a run is not known before the model is.',
        riskAssessment: 'A run can push others off its node.',
        mitigations: 'Nodes of its own, with nothing else on them.',
        expiresAt: inDays(6),
        target: { namespace: 'ml-gpu' },
      },
      approvers: ['platform-engineer'],
    },
    {
      requester: 'ml-engineer',
      draft: {
        ...readOnlyRoot('special-ml-workload', 'compiled kernels'),
        expiresAt: inDays(52),
        target: { namespace: 'ml-gpu' },
      },
      approvers: ['platform-engineer'],
    },
    {
      requester: 'platform-engineer',
      draft: {
        ...readOnlyRoot('api-service', 'rendered templates'),
        expiresAt: inDays(41),
        target: { namespace: 'api', environments: ['production'] },
      },
      approvers: ['platform-lead'],
    },
    {
      requester: 'security-reviewer',
      draft: {
        entityRef: 'component:default/signon',
        rules: ['image-scan-critical'],
        justification:
          'The base image has no fixed version yet; the vulnerable function is never called.',
        riskAssessment: 'Whoever gets it called can read memory.',
        mitigations: 'A rule of the web application firewall blocks the input.',
        riskLevel: 'medium',
        category: 'mitigated',
        expiresAt: inDays(28),
        target: { vulnerabilities: ['CVE-2026-21441'] },
      },
      approvers: ['platform-lead'],
    },
    {
      requester: 'publishing-engineer',
      draft: {
        ...readOnlyRoot('smart-answers', 'its search index'),
        expiresAt: inDays(69),
        target: { namespace: 'publishing' },
      },
      approvers: [],
    },
    {
      requester: 'platform-lead',
      draft: {
        ...low,
        entityRef: 'component:default/api-service',
        rules: ['terraform-only'],
        justification: 'Old orders are moved to another bucket by hand.',
        riskAssessment: 'The bucket can differ from what the repository says.',
        mitigations: 'Two people do it, by a written procedure.',
        expiresAt: inDays(20),
      },
      approvers: [],
      changes: { by: 'platform-engineer', comment: 'Which bucket?' },
    },
  ];
}
