import type { PolicyViolation } from './PolicyViolation';

const NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** A pod shares neither the network nor the processes of its node, where it would see those of its neighbours. */
export function checkHostNamespaces(pod: {
  spec: Record<string, unknown>;
  path: string;
}): PolicyViolation[] {
  return NAMESPACES.filter(namespace => pod.spec[namespace] === true).map(
    namespace => ({
      rule: 'security-context',
      path: `${pod.path}.${namespace}`,
      message: `The pod shares its node's ${namespace.slice('host'.length)}.`,
      fix: `Remove ${namespace}.`,
    }),
  );
}
