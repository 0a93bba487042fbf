import type { FindingList } from '../FindingList';
import type { Manifest } from '../kubernetes/Manifest';
import { record } from '../record';

const DIRECTIONS = [
  { type: 'Ingress', rules: 'ingress', peers: 'from', way: 'in' },
  { type: 'Egress', rules: 'egress', peers: 'to', way: 'out' },
] as const;

/**
 * Each namespace of the manifests has a policy that closes it in both directions, and no policy opens one altogether.
 */
export function checkNetwork(
  manifests: Manifest[],
  findings: FindingList,
): void {
  const policies = manifests.filter(
    ({ value }) =>
      value.kind === 'NetworkPolicy' &&
      String(value.apiVersion).startsWith('networking.k8s.io/'),
  );
  const closed = new Set(
    policies
      .filter(({ value }) => deniesAll(record(value.spec)))
      .map(({ value }) => record(value.metadata).namespace),
  );
  const namespaces = manifests.filter(
    ({ value }) => value.kind === 'Namespace' && value.apiVersion === 'v1',
  );
  for (const namespace of namespaces) {
    findings.checked('default-deny-network');
    const { name } = record(namespace.value.metadata);
    if (!closed.has(name)) {
      findings.error({
        ...namespace.placeOf(['metadata', 'name']),
        rule: 'default-deny-network',
        message: `The namespace ${String(name).slice(
          0,
          63,
        )} has no network policy that closes it: for all pods, in both directions, without rules.`,
        fix: 'Add a NetworkPolicy to the namespace with podSelector {} and policyTypes Ingress and Egress, and allow what is needed in policies of their own.',
      });
    }
  }
  for (const policy of policies) {
    findings.checked('default-deny-network');
    checkOpenRules(policy, findings);
  }
}

function deniesAll(spec: Record<string, unknown>): boolean {
  const types = Array.isArray(spec.policyTypes) ? spec.policyTypes : [];
  return (
    selectsAll(spec.podSelector) &&
    DIRECTIONS.every(
      ({ type, rules }) =>
        types.includes(type) && rulesOf(spec, rules).length === 0,
    )
  );
}

function selectsAll(selector: unknown): boolean {
  const { matchLabels, matchExpressions } = record(selector);
  return (
    Object.keys(record(matchLabels)).length === 0 &&
    !(Array.isArray(matchExpressions) && matchExpressions.length > 0)
  );
}

function rulesOf(spec: Record<string, unknown>, key: string): unknown[] {
  const rules = spec[key];
  return Array.isArray(rules) ? rules : [];
}

function checkOpenRules(policy: Manifest, findings: FindingList): void {
  const spec = record(policy.value.spec);
  for (const { rules, peers, way } of DIRECTIONS) {
    rulesOf(spec, rules).forEach((rule, index) => {
      const isOpen = [peers, 'ports'].every(
        key => rulesOf(record(rule), key).length === 0,
      );
      if (isOpen) {
        findings.error({
          ...policy.placeOf(['spec', rules, index]),
          rule: 'default-deny-network',
          message: `The rule names neither peers nor ports: it lets everything ${way}.`,
          fix: `Name who is meant in '${peers}', and which ports.`,
        });
      }
    });
  }
}
