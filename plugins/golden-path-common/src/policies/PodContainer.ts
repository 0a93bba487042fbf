import { recordOf } from './recordOf';

/** A container of a pod, with its place in the manifest. */
export interface PodContainer {
  list: 'containers' | 'initContainers' | 'ephemeralContainers';
  /** Such as `spec.containers[0]`. */
  path: string;
  name?: string;
  fields: Record<string, unknown>;
}

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** All containers of a pod: its own, those that run before, and those for debugging. */
export function containersOf(pod: {
  spec: Record<string, unknown>;
  path: string;
}): PodContainer[] {
  return LISTS.flatMap(list => {
    const items = pod.spec[list];
    return Array.isArray(items)
      ? items.map((item, index) => {
          const fields = recordOf(item);
          return {
            list,
            path: `${pod.path}.${list}[${index}]`,
            ...(typeof fields.name === 'string' && { name: fields.name }),
            fields,
          };
        })
      : [];
  });
}
