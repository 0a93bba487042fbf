const DAY = 86_400_000;

/** The seed's own request, with an end in 60 days. */
export function seedDraft() {
  return {
    entityRef: 'component:default/special-ml-workload',
    rules: ['privileged-container'],
    justification:
      'GPU workloads require privileged container access for CUDA driver initialization',
    riskAssessment:
      'Sandboxed to dedicated node pool with taint `ml-workload=true`',
    mitigations:
      'Dedicated namespace, network policy unchanged, image scanning unchanged',
    riskLevel: 'high',
    category: 'mitigated',
    expiresAt: new Date(Date.now() + 60 * DAY).toISOString(),
    target: { namespace: 'ml-gpu' },
  };
}
