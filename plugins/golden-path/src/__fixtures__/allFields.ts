/** A wizard with all fields of this plugin, as the scaffolder describes it. */
export const allFields = {
  title: 'Kubernetes service',
  steps: [
    {
      title: 'Service',
      schema: {
        type: 'object',
        properties: {
          objective: {
            type: 'number',
            default: 0.995,
            'ui:field': 'GoldenPathObjective',
          },
          exposure: {
            type: 'string',
            default: 'internal',
            'ui:field': 'GoldenPathExposure',
          },
          resources: {
            type: 'object',
            properties: {
              cpuRequest: { type: 'string', default: '100m' },
              cpuLimit: { type: 'string', default: '500m' },
              memoryRequest: { type: 'string', default: '128Mi' },
              memoryLimit: { type: 'string', default: '512Mi' },
            },
            'ui:field': 'GoldenPathResources',
          },
          repository: { type: 'string', 'ui:field': 'GoldenPathRepository' },
        },
      },
    },
    {
      title: 'Check',
      schema: {
        type: 'object',
        properties: {
          check: { type: 'string', 'ui:field': 'GoldenPathCheck' },
        },
      },
    },
  ],
};
