/**
 * What a container gets, as quantities of Kubernetes: `100m`, `128Mi`.
 *
 * @public
 */
export interface ResourceAnswers {
  /** Kept free for each replica. */
  cpuRequest: string;
  /** Above it the container is slowed down. */
  cpuLimit: string;
  /** Kept free for each replica. */
  memoryRequest: string;
  /** Above it the container is killed. */
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
