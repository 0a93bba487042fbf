import {
  checkWorkload,
  isWorkload,
  type PolicyRule,
} from '@golden-path/backstage-plugin-golden-path-common';
import type { Manifest } from '../kubernetes/Manifest';
import type { ValidationContext } from '../ValidationContext';
import { parsePathText } from '../yaml/parsePathText';

const RULES: PolicyRule[] = [
  'resource-limits',
  'probes',
  'privileged-container',
  'read-only-root',
  'security-context',
  'image-source',
];

/** A workload keeps the policies that admission enforces. */
export function checkPolicies(
  manifest: Manifest,
  context: Pick<ValidationContext, 'findings' | 'policies'>,
): void {
  const { findings, policies } = context;
  if (!isWorkload(manifest.value)) {
    return;
  }
  RULES.forEach(rule => findings.checked(rule));
  const violations = checkWorkload({
    manifest: manifest.value,
    settings: policies,
  });
  for (const { rule, path, message, fix } of violations) {
    const place = manifest.placeOf(parsePathText(path));
    findings.error({ ...place, rule, message, fix });
  }
}
