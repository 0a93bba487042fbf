import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkload } from '@golden-path/backstage-plugin-golden-path-common';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { kubeconform } from '../kubernetesService/__testUtils__/kubeconform';
import {
  gatekeeperVerdicts,
  POLICIES,
  runGator,
} from './__testUtils__/gatekeeperVerdicts';
import { goodPod, podChanges } from './__testUtils__/podChanges';

jest.setTimeout(120_000);

const registries = ['ghcr.io/example'];

const wrappers: Record<string, (spec: object) => object> = {
  Pod: spec => ({ apiVersion: 'v1', kind: 'Pod', spec }),
  Deployment: spec => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { template: { spec } },
  }),
  StatefulSet: spec => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: { template: { spec } },
  }),
  Job: spec => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { template: { spec } },
  }),
  CronJob: spec => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: { jobTemplate: { spec: { template: { spec } } } },
  }),
};

/** Each pair of changes, in the kinds of workloads by turns; a change with itself is that change alone. */
function corpus() {
  const kinds = Object.keys(wrappers);
  const names = Object.keys(podChanges);
  const manifests: { title: string; manifest: { metadata: object } }[] = [];
  names.forEach((one, index) => {
    for (const other of names.slice(index)) {
      const spec = goodPod();
      podChanges[one](spec);
      if (other !== one) {
        podChanges[other](spec);
      }
      const kind = kinds[manifests.length % kinds.length];
      manifests.push({
        title: `${kind}: ${one}, ${other}`,
        manifest: {
          ...wrappers[kind](spec),
          metadata: { name: `w${manifests.length}`, namespace: 'production' },
        },
      });
    }
  });
  return manifests;
}

describeWithTools('gator', 'kubeconform')('policies', () => {
  it('pass their suites', async () => {
    const { code, stdout } = await runGator([
      'verify',
      join(POLICIES, 'gatekeeper/suites/...'),
    ]);

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^(ok\t.*\n){6}PASS\n/),
    });
  });

  it('give the verdict that the portal gives, on each pair of changes in each kind of workload', async () => {
    const manifests = corpus();
    const gatekeeper = await gatekeeperVerdicts(
      manifests.map(({ manifest }) => manifest),
    );

    const portal = manifests.map(({ title, manifest }) => ({
      title,
      rules: [
        ...new Set(
          checkWorkload({ manifest, settings: { registries } }).map(
            ({ rule }) => rule,
          ),
        ),
      ].sort(),
    }));
    expect(portal).toEqual(
      manifests.map(({ title }, index) => ({
        title,
        rules: [...(gatekeeper.get(`w${index}`) ?? [])].sort(),
      })),
    );
    // The corpus has good ones, and each rule is broken in it.
    expect(
      portal.filter(({ rules }) => rules.length === 0).length,
    ).toBeGreaterThan(9);
    expect(new Set(portal.flatMap(({ rules }) => rules)).size).toBe(6);
  });

  it('include the constraint that was asked for, word for word', () => {
    expect(
      readFileSync(
        join(POLICIES, 'gatekeeper/constraints/required-resources.yaml'),
        'utf8',
      ),
    ).toContain(`apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sRequiredResources
metadata:
  name: require-resource-limits
spec:
  match:
    kinds:
      - apiGroups: [""]
        kinds: ["Pod"]
    excludedNamespaces: ["kube-system", "cert-manager"]
  parameters:
    required: ["limits", "requests"]
    limits: ["cpu", "memory"]
    requests: ["cpu", "memory"]
`);
  });

  it('ask for escape hatches in the same way, since Gatekeeper shares no libraries', () => {
    const libraries = globSync('gatekeeper/templates/*.yaml', {
      cwd: POLICIES,
    }).map(
      file =>
        parse(readFileSync(join(POLICIES, file), 'utf8')).spec.targets[0]
          .code[0].source.libs,
    );

    expect(libraries).toHaveLength(6);
    for (const library of libraries) {
      expect(library).toEqual(libraries[0]);
    }
  });

  it('close networks by policies that are valid, without fields that Kubernetes does not know', async () => {
    expect(await kubeconform([join(POLICIES, 'network')])).toEqual([]);
  });
});
