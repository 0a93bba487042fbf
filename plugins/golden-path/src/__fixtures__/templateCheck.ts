import type {
  Finding,
  TemplateCheck,
} from '@golden-path/backstage-plugin-golden-path-common';

export const memoryLimit: Finding = {
  file: 'orders-api/charts/orders-api/values.yaml',
  line: 4,
  rule: 'resource-limits',
  severity: 'error',
  message: 'The memory limit 64Mi is below the request 128Mi.',
  fix: 'Set the memory limit to 128Mi or more.',
};

export const latencyBucket: Finding = {
  file: 'orders-api/slos/orders-api.yaml',
  line: 2,
  rule: 'slo-latency-bucket',
  severity: 'warning',
  message: '0.3 is no bucket of http_request_duration_seconds.',
  fix: 'Use 0.25, or add the bucket 0.3.',
};

/** A service of five files, with an error and a warning. */
export const templateCheck: TemplateCheck = {
  template: { name: 'kubernetes-service', version: '1.0.0' },
  files: [
    {
      path: 'gitops/environments/staging/orders-api/values.yaml',
      content: 'replicaCount: 1\n',
      ownership: null,
    },
    {
      path: 'orders-api/charts/orders-api/values.yaml',
      content: 'resources:\n  requests:\n    memory: 128Mi\n  limits: 64Mi\n',
      ownership: 'managed',
    },
    {
      path: 'orders-api/docs/logo.png',
      content: null,
      ownership: 'seed',
    },
    {
      path: 'orders-api/slos/orders-api.yaml',
      content: 'slos:\n  - target: 0.3\n',
      ownership: 'merge',
    },
    {
      path: 'orders-api/src/server.ts',
      content: '',
      ownership: 'seed',
    },
  ],
  validation: {
    findings: [memoryLimit, latencyBucket],
    rulesPassed: 38,
    manifests: [
      { environment: 'staging', content: 'kind: Deployment\n' },
      { environment: 'production', content: 'kind: HorizontalPodAutoscaler\n' },
    ],
  },
  seconds: 1.84,
};

/** The same without a finding. */
export const soundCheck: TemplateCheck = {
  ...templateCheck,
  validation: { findings: [], rulesPassed: 40, manifests: [] },
};
