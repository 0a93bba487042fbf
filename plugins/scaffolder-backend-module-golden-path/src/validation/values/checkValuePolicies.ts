import {
  checkWorkload,
  type PolicyViolation,
} from '@golden-path/backstage-plugin-golden-path-common';
import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import { parsePathText } from '../yaml/parsePathText';
import type { YamlPath } from '../yaml/YamlFile';
import type { ChartRelease } from './ChartRelease';
import { CONTAINER_VALUES, hasValue, valuePath } from './valuePath';

/** Stands in for the digest that the pipeline writes. */
const ANY_DIGEST = `sha256:${'0'.repeat(64)}`;

/** Of these, what is left out is said as well. */
const COMPLETE = ['resource-limits', 'probes'];

/**
 * The values of each environment give a container that keeps the policies, as far as they speak of it: what a chart writes into
 * its templates itself is seen where they are rendered.
 */
export function checkValuePolicies(
  releases: ChartRelease[],
  { findings, policies }: Pick<ValidationContext, 'findings' | 'policies'>,
): void {
  for (const release of releases) {
    const values = record(release.values);
    if (Object.hasOwn(values, 'resources')) {
      findings.checked('resource-limits');
    }
    const violations = checkWorkload({
      manifest: podOf(values),
      settings: policies,
    });
    for (const violation of violations) {
      const path = spokenPath(violation, values);
      if (path) {
        const { rule, message, fix } = violation;
        findings.error({ ...release.placeOf(path), rule, message, fix });
      }
    }
  }
}

function podOf(values: Record<string, unknown>): unknown {
  const { repository, tag, digest } = record(values.image);
  const pinned = digest || (tag ? undefined : ANY_DIGEST);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      securityContext: values.podSecurityContext,
      containers: [
        {
          ...Object.fromEntries(
            CONTAINER_VALUES.map(field => [field, values[field]]),
          ),
          image: `${repository}${tag ? `:${tag}` : ''}${
            pinned ? `@${pinned}` : ''
          }`,
        },
      ],
    },
  };
}

/** Where the values say what a policy forbids; undefined where they are silent. */
function spokenPath(
  { path, rule }: PolicyViolation,
  values: Record<string, unknown>,
): YamlPath | undefined {
  const found = valuePath(parsePathText(path), values);
  if (!found) {
    return undefined;
  }
  if (rule === 'image-source') {
    return record(values.image).repository ? found : undefined;
  }
  const needed = COMPLETE.includes(rule) ? found.slice(0, 1) : found;
  return hasValue(values, needed) ? found : undefined;
}
