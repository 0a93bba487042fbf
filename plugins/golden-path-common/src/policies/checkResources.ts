import { parseQuantity } from './parseQuantity';
import type { PodContainer } from './PodContainer';
import type { PolicyViolation } from './PolicyViolation';
import { recordOf } from './recordOf';

const RESOURCES = ['cpu', 'memory'] as const;
const KINDS = ['requests', 'limits'] as const;

const EXAMPLES = {
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '512Mi' },
};

/**
 * Every container but those for debugging, which cannot have any, names requests and limits of cpu and memory: quantities
 * above 0, and no limit below its request. What the API server or a LimitRange would fill in counts as missing, and so do
 * resources of the whole pod.
 */
export function checkResources(container: PodContainer): PolicyViolation[] {
  if (container.list === 'ephemeralContainers') {
    return [];
  }
  const resources = recordOf(container.fields.resources);
  const problems: PolicyViolation[] = [];
  const add = (path: string, message: string, fix: string) =>
    problems.push({
      rule: 'resource-limits',
      path: `${container.path}.resources.${path}`,
      ...(container.name !== undefined && { container: container.name }),
      message,
      fix,
    });
  for (const resource of RESOURCES) {
    const sound = new Map<string, bigint>();
    for (const kind of KINDS) {
      const text = recordOf(resources[kind])[resource];
      const what = `${resource} ${kind === 'requests' ? 'request' : 'limit'}`;
      const quantity = parseQuantity(text);
      const path = `${kind}.${resource}`;
      if (text === undefined || text === null) {
        const example = EXAMPLES[kind][resource];
        add(
          path,
          `The ${what} is missing.`,
          `Set ${path}, such as ${example}.`,
        );
      } else if (quantity === undefined) {
        add(
          path,
          `The ${what} ${show(text)} is no quantity.`,
          `Write a number with a unit, such as ${EXAMPLES[kind][resource]}.`,
        );
      } else if (quantity <= 0n) {
        add(
          path,
          `The ${what} ${show(text)} is not above 0, which means none.`,
          `Set what the container needs, such as ${EXAMPLES[kind][resource]}.`,
        );
      } else {
        sound.set(kind, quantity);
      }
    }
    const request = sound.get('requests');
    const limit = sound.get('limits');
    if (request !== undefined && limit !== undefined && limit < request) {
      const asked = show(recordOf(resources.requests)[resource]);
      add(
        `limits.${resource}`,
        `The ${resource} limit ${show(
          recordOf(resources.limits)[resource],
        )} is below the request ${asked}.`,
        `Set the ${resource} limit to ${asked} or more.`,
      );
    }
  }
  return problems;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
