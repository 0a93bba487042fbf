/** What a container gets, as quantities of Kubernetes: `100m`, `128Mi`. */
export interface ResourceAnswers {
  cpuRequest: string;
  cpuLimit: string;
  memoryRequest: string;
  memoryLimit: string;
}

export type ResourceName = keyof ResourceAnswers;

/** As a form shows them. */
export const RESOURCE_NAMES: ResourceName[] = [
  'cpuRequest',
  'cpuLimit',
  'memoryRequest',
  'memoryLimit',
];
