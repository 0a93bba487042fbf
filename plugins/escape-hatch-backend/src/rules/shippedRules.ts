import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';

/** A rule without what the host decides for all rules. */
export type ShippedRule = Omit<
  EscapeHatchRule,
  'stages' | 'maxDays' | 'aliases'
>;

const NO_POLICIES = { gatekeeper: [], kyverno: [] };

/**
 * The golden path's rules. Names of policies are those of the seed's constraint, of Gatekeeper's library and of
 * Kyverno's; a host whose clusters call them otherwise says so under `escapeHatch.rules`.
 */
export const shippedRules: ShippedRule[] = [
  {
    id: 'resource-limits',
    title: 'Resource requests and limits',
    description:
      'Every container asks for CPU and memory and has a limit of both, so that one workload cannot starve the others on its node.',
    waivable: true,
    policies: {
      gatekeeper: [
        'K8sRequiredResources',
        'K8sContainerLimits',
        'K8sContainerRequests',
      ],
      kyverno: [
        { policy: 'require-requests-limits', rules: ['validate-resources'] },
      ],
    },
    vulnerabilities: false,
  },
  {
    id: 'probes',
    title: 'Liveness and readiness probes',
    description:
      'Every container says when it is alive and when it is ready, so that a broken one is restarted and gets no traffic.',
    waivable: true,
    policies: {
      gatekeeper: ['K8sRequiredProbes'],
      kyverno: [{ policy: 'require-pod-probes', rules: ['validate-probes'] }],
    },
    vulnerabilities: false,
  },
  {
    id: 'privileged-container',
    title: 'No privileged containers',
    description:
      'A privileged container has all that its node has, the other workloads included. Drivers of devices are the usual reason to need one: use nodes of their own.',
    waivable: true,
    policies: {
      gatekeeper: ['K8sPSPPrivilegedContainer'],
      kyverno: [
        {
          policy: 'disallow-privileged-containers',
          rules: ['privileged-containers'],
        },
      ],
    },
    vulnerabilities: false,
  },
  {
    id: 'default-deny-network',
    title: 'Network closed by default',
    description:
      'A namespace lets nothing in and nothing out but what a network policy allows. It cannot be left: allow the connection that is needed in a policy of its own.',
    waivable: false,
    policies: NO_POLICIES,
    vulnerabilities: false,
  },
  {
    id: 'image-scan-critical',
    title: 'No critical vulnerabilities in images',
    description:
      'The pipeline stops at a vulnerability that is CRITICAL, or HIGH with a fix. To leave it, name the CVE ids: the others are still found.',
    waivable: true,
    policies: NO_POLICIES,
    vulnerabilities: true,
  },
  {
    id: 'read-only-root',
    title: 'Read-only root filesystem',
    description:
      'A container writes to volumes only, so that nobody who breaks in can change what it runs.',
    waivable: true,
    policies: {
      gatekeeper: ['K8sPSPReadOnlyRootFilesystem'],
      kyverno: [
        {
          policy: 'require-ro-rootfs',
          rules: ['validate-readOnlyRootFilesystem'],
        },
      ],
    },
    vulnerabilities: false,
  },
  {
    id: 'security-context',
    title: 'Containers without root and privileges',
    description:
      'A container runs as a user who is not root, cannot gain privileges, has no capabilities and a seccomp profile, and shares nothing with its node.',
    waivable: true,
    policies: {
      gatekeeper: ['K8sSecurityContext'],
      kyverno: [
        { policy: 'require-run-as-nonroot', rules: ['run-as-non-root'] },
      ],
    },
    vulnerabilities: false,
  },
  {
    id: 'image-source',
    title: 'Images from known registries, fixed by digest',
    description:
      'An image comes from a registry that the platform knows, and its name is one image for ever: by a digest or the full SHA of its commit, never latest.',
    waivable: true,
    policies: {
      gatekeeper: ['K8sImageSource', 'K8sAllowedRepos', 'K8sDisallowedTags'],
      kyverno: [
        {
          policy: 'restrict-image-registries',
          rules: ['validate-registries'],
        },
        { policy: 'disallow-latest-tag', rules: ['validate-image-tag'] },
      ],
    },
    vulnerabilities: false,
  },
  {
    id: 'terraform-only',
    title: 'Resources in Terraform or Helm only',
    description:
      'What runs is written down: nothing is made or changed by hand in any environment, or it cannot be made again.',
    waivable: true,
    policies: NO_POLICIES,
    vulnerabilities: false,
  },
  {
    id: 'slo-required',
    title: 'Service level objectives',
    description:
      'A service in production has objectives that product agreed to, and is measured by them.',
    waivable: true,
    policies: NO_POLICIES,
    vulnerabilities: false,
  },
  {
    id: 'error-budget-freeze',
    title: 'No features on a spent error budget',
    description:
      'When the error budget is spent, what makes the service reliable again is deployed and features wait.',
    waivable: true,
    policies: NO_POLICIES,
    vulnerabilities: false,
  },
  {
    id: 'drift-detection',
    title: 'No drift from what is written down',
    description:
      'What runs is compared with what its repository says; a difference is undone or written down.',
    waivable: true,
    policies: NO_POLICIES,
    vulnerabilities: false,
  },
];
