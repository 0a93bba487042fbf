/** The field for CPU and memory. */
export const resourcesMessages = {
  title: 'Resources',
  cpuRequest: {
    title: 'CPU request',
    hint: 'Kept free for each replica, in cores: 100m is a tenth of one',
  },
  cpuLimit: {
    title: 'CPU limit',
    hint: 'Above it the container is slowed down',
  },
  memoryRequest: {
    title: 'Memory request',
    hint: 'Kept free for each replica, in bytes: 128Mi, 1Gi',
  },
  memoryLimit: {
    title: 'Memory limit',
    hint: 'Above it the container is killed and started again',
  },
  missing: 'Enter a quantity',
  notCpu: 'Enter cores, such as 100m or 0.5',
  notMemory: 'Enter bytes, such as 128Mi or 1Gi',
  tooManyCores: 'Enter at most 64 cores; thousandths of a core have an m: 100m',
  tooFewCores: 'Enter at least 1m, a thousandth of a core',
  tooMuchMemory: 'Enter at most 1Ti',
  tooLittleMemory: 'Enter at least 4Mi; mebibytes have Mi behind them: 128Mi',
  belowRequest: 'Enter at least the request, {{request}}',
  inField: '{{field}}: {{problem}}',
} as const;
