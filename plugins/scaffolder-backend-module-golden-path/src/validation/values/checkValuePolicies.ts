import {
  checkWorkload,
  type PolicyViolation,
} from '@golden-path/backstage-plugin-golden-path-common';
import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import { parsePathText } from '../yaml/parsePathText';
import type { YamlPath } from '../yaml/YamlFile';
import type { ChartRelease } from './ChartRelease';

const CONTAINER = 'spec.containers[0].';
const POD = 'spec.securityContext.';

/** Fields of a container that the golden path's charts take as values of the same name. */
const FIELDS = [
  'resources',
  'livenessProbe',
  'readinessProbe',
  'securityContext',
];

/** Stands in for the digest that the pipeline writes. */
const ANY_DIGEST = `sha256:${'0'.repeat(64)}`;

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
    const violations = checkWorkload({
      manifest: podOf(values),
      settings: policies,
    });
    for (const violation of violations) {
      const path = valuePath(violation, values);
      if (path) {
        const { rule, message, fix } = violation;
        findings.error({ ...release.placeOf(path), rule, message, fix });
      }
    }
  }
}

function podOf(values: Record<string, unknown>): unknown {
  const image = record(values.image);
  const tag = image.tag ? `:${image.tag}` : '';
  const digest = image.digest || (tag ? '' : ANY_DIGEST);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      securityContext: values.podSecurityContext,
      containers: [
        {
          ...Object.fromEntries(FIELDS.map(field => [field, values[field]])),
          image: `${image.repository}${tag}${digest ? `@${digest}` : ''}`,
        },
      ],
    },
  };
}

/** Where the values say what a policy forbids; undefined where they are silent. */
function valuePath(
  { path, rule }: PolicyViolation,
  values: Record<string, unknown>,
): YamlPath | undefined {
  if (rule === 'image-source') {
    const { repository, tag } = record(values.image);
    const part = tag ? 'tag' : 'repository';
    return repository ? ['image', part] : undefined;
  }
  const inValues = path.startsWith(CONTAINER)
    ? parsePathText(path.slice(CONTAINER.length))
    : parsePathText(path.replace(POD, 'podSecurityContext.'));
  const [field] = inValues;
  const speaks =
    rule === 'security-context' || rule === 'read-only-root'
      ? has(values, inValues)
      : Object.hasOwn(values, field);
  return speaks ? inValues : undefined;
}

function has(values: unknown, path: YamlPath): boolean {
  const [key, ...rest] = path;
  return (
    Object.hasOwn(record(values), key) &&
    (rest.length === 0 || has(record(values)[key], rest))
  );
}
