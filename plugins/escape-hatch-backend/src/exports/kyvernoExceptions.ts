import { toInstant } from '../database/instants';
import type { ActiveHatch } from './ActiveHatch';
import type { ActiveSnapshot } from './ActiveSet';
import { holdsThroughout, type ExportFilter } from './ExportFilter';

/** Kyverno's policies of one rule: their names, with the names of their rules where they have such. */
type KyvernoPolicies = { policy: string; rules: string[] }[];

/** The pod, or what makes pods; the pods that a policy's autogen rules look at included. */
const WORKLOADS = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'CronJob',
];

/**
 * A PolicyException per hatch that names a namespace and leaves a rule that Kyverno enforces. A cluster may have only
 * one of the two groups: `policies.kyverno.io` ends by itself, `kyverno.io` by the clean-up controller's label; what
 * is over is in no export either way.
 *
 * @param policiesOf - Kyverno's policies that enforce a rule
 */
export function kyvernoExceptions(options: {
  snapshot: ActiveSnapshot;
  filter: ExportFilter;
  api: 'policies.kyverno.io' | 'kyverno.io';
  policiesOf: (rule: string) => KyvernoPolicies;
}): object[] {
  const { snapshot, filter, api, policiesOf } = options;
  const toException =
    api === 'kyverno.io' ? clusterPolicyException : policyException;
  return snapshot.hatches.flatMap(hatch => {
    const policies = hatch.rules.flatMap(policiesOf);
    return hatch.target.namespace &&
      policies.length > 0 &&
      holdsThroughout(hatch, filter)
      ? [toException(hatch, policies)]
      : [];
  });
}

function metadata(hatch: ActiveHatch, labels: Record<string, string> = {}) {
  return {
    name: `escape-hatch-${hatch.number}`,
    namespace: hatch.target.namespace,
    labels: { 'app.kubernetes.io/managed-by': 'golden-path', ...labels },
    annotations: {
      'golden-path.io/escape-hatch': hatch.id,
      'golden-path.io/entity': hatch.entityRef,
    },
  };
}

/** For ValidatingPolicies. CEL reads the texts of JSON. */
function policyException(hatch: ActiveHatch, policies: KyvernoPolicies) {
  const { namespace, kind, name } = hatch.target;
  const annotations = (owner: string) =>
    `${owner}.metadata.?annotations[?"golden-path.io/entity"].orValue("")`;
  const conditions = {
    namespace: `object.metadata.namespace == ${text(namespace)}`,
    entity: `(${[
      `object.kind == "CronJob" ? ${annotations(
        'object.spec.jobTemplate.spec.template',
      )}`,
      `object.kind != "Pod" && has(object.spec.template) ? ${annotations(
        'object.spec.template',
      )}`,
      annotations('object'),
    ].join(' : ')}) == ${text(hatch.entityRef)}`,
    ...(kind && { kind: `object.kind in [${text(kind)}, "Pod"]` }),
    ...(name && {
      name: `object.metadata.?name.orValue(object.metadata.?generateName.orValue("")) == ${text(
        name,
      )} || object.metadata.?name.orValue(object.metadata.?generateName.orValue("")).startsWith(${text(
        `${name}-`,
      )})`,
    }),
  };
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'PolicyException',
    metadata: metadata(hatch),
    spec: {
      policyRefs: policies.map(({ policy }) => ({
        name: policy,
        kind: 'ValidatingPolicy',
      })),
      matchConditions: Object.entries(conditions).map(
        ([condition, expression]) => ({ name: condition, expression }),
      ),
      reportResult: 'skip',
      expiresAt: endOf(hatch),
    },
  };
}

/** For ClusterPolicies and Policies, whose rules about pods Kyverno repeats for what makes pods. */
function clusterPolicyException(hatch: ActiveHatch, policies: KyvernoPolicies) {
  const { namespace, kind, name } = hatch.target;
  const annotation = 'metadata.annotations."golden-path.io/entity"';
  return {
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    // Values of labels have no colons.
    metadata: metadata(hatch, {
      'cleanup.kyverno.io/ttl': endOf(hatch).replaceAll(':', ''),
    }),
    spec: {
      exceptions: policies.map(({ policy, rules }) => ({
        policyName: policy,
        ruleNames: rules.flatMap(rule => [
          rule,
          `autogen-${rule}`,
          `autogen-cronjob-${rule}`,
        ]),
      })),
      match: {
        any: [
          {
            resources: {
              kinds: kind ? [...new Set([kind, 'Pod'])] : WORKLOADS,
              namespaces: [namespace],
              ...(name && { names: [name, `${name}-*`] }),
            },
          },
        ],
      },
      conditions: {
        all: [
          {
            key: `{{ request.object.spec.jobTemplate.spec.template.${annotation} || request.object.spec.template.${annotation} || request.object.${annotation} || '' }}`,
            operator: 'Equals',
            value: hatch.entityRef,
          },
        ],
      },
    },
  };
}

/** RFC 3339 without fractions, which labels and older versions do not take. */
function endOf(hatch: ActiveHatch): string {
  return toInstant(Math.floor(hatch.expiresAt / 1_000) * 1_000);
}

function text(value: string | undefined): string {
  return JSON.stringify(value);
}
