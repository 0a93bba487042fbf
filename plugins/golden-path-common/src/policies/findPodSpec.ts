import { recordOf } from './recordOf';

/** Where the pod stands in each kind of workload, by API group. */
const POD_SPECS: Record<string, Record<string, string[]>> = {
  '': {
    Pod: ['spec'],
    ReplicationController: ['spec', 'template', 'spec'],
  },
  apps: {
    DaemonSet: ['spec', 'template', 'spec'],
    Deployment: ['spec', 'template', 'spec'],
    ReplicaSet: ['spec', 'template', 'spec'],
    StatefulSet: ['spec', 'template', 'spec'],
  },
  batch: {
    CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
    Job: ['spec', 'template', 'spec'],
  },
};

/** The pod that a manifest makes, and its path; undefined where the manifest is no workload of Kubernetes' own. */
export function findPodSpec(
  manifest: unknown,
): { spec: Record<string, unknown>; path: string } | undefined {
  const { apiVersion, kind } = recordOf(manifest);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return undefined;
  }
  const group = apiVersion.includes('/') ? apiVersion.split('/', 1)[0] : '';
  const kinds = Object.hasOwn(POD_SPECS, group) ? POD_SPECS[group] : {};
  if (!Object.hasOwn(kinds, kind)) {
    return undefined;
  }
  const path = kinds[kind];
  const spec = path.reduce<unknown>(
    (value, key) => recordOf(value)[key],
    manifest,
  );
  return { spec: recordOf(spec), path: path.join('.') };
}
