import { canonicalJson } from '../audit/canonicalJson';
import { missingCommands, PolicyEngines } from './__testUtils__/PolicyEngines';
import type { ActiveHatch } from './ActiveHatch';
import type { ActiveSnapshot } from './ActiveSet';
import { gatekeeperConfigMaps } from './gatekeeperConfigMaps';
import { hatchData } from './hatchData';
import { kyvernoExceptions } from './kyvernoExceptions';
import { packBundle } from './packBundle';
import { yamlDocuments } from './yamlDocuments';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const place = { cluster: 'prod-eu-1', environment: 'production' };
const entityRef = 'component:default/special-ml-workload';

const hatch = (change: Partial<ActiveHatch> = {}): ActiveHatch => ({
  id: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
  number: 14,
  entityRef,
  entityUid: 'uid',
  rules: ['privileged-container'],
  target: { namespace: 'ml-gpu', name: 'special-ml-workload' },
  activeFrom: Date.now() - HOUR,
  expiresAt: Date.now() + HOUR,
  lastUsedAt: null,
  ...change,
});

const snapshot = (
  hatches: ActiveHatch[],
  validUntil = Date.now() + 72 * HOUR,
): ActiveSnapshot => ({ hatches, validUntil });

function pod(
  change: {
    namespace?: string;
    name?: string;
    entity?: string;
    privileged?: boolean;
  } = {},
) {
  const {
    namespace = 'ml-gpu',
    name = 'special-ml-workload-7d9f',
    entity = entityRef,
    privileged = true,
  } = change;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace,
      name,
      annotations: { 'golden-path.io/entity': entity },
    },
    spec: {
      containers: [
        { name: 'train', image: 'train:1', securityContext: { privileged } },
      ],
    },
  };
}

/** What is active, which pod asks, and whether it is admitted. */
const admissions: [string, ActiveSnapshot, object, boolean][] = [
  ['an ordinary pod', snapshot([]), pod({ privileged: false }), true],
  ['no hatch', snapshot([]), pod(), false],
  ['its hatch', snapshot([hatch()]), pod(), true],
  ['another namespace', snapshot([hatch()]), pod({ namespace: 'web' }), false],
  [
    'another service',
    snapshot([hatch()]),
    pod({ entity: 'component:default/web' }),
    false,
  ],
  [
    'another workload',
    snapshot([hatch()]),
    pod({ name: 'special-ml-workloads-7d9f' }),
    false,
  ],
  [
    'a hatch without a namespace',
    snapshot([hatch({ target: {} })]),
    pod(),
    false,
  ],
  [
    'a hatch for another rule',
    snapshot([hatch({ rules: ['probes'] })]),
    pod(),
    false,
  ],
  [
    'this environment',
    snapshot([
      hatch({ target: { namespace: 'ml-gpu', environments: ['production'] } }),
    ]),
    pod(),
    true,
  ],
  [
    'another environment',
    snapshot([
      hatch({ target: { namespace: 'ml-gpu', environments: ['staging'] } }),
    ]),
    pod(),
    false,
  ],
  [
    'this cluster',
    snapshot([
      hatch({ target: { namespace: 'ml-gpu', cluster: 'prod-eu-1' } }),
    ]),
    pod(),
    true,
  ],
  [
    'another cluster',
    snapshot([
      hatch({ target: { namespace: 'ml-gpu', cluster: 'prod-us-1' } }),
    ]),
    pod(),
    false,
  ],
];

/** What an agent without contact still holds. */
const outdated: [string, ActiveSnapshot][] = [
  [
    'a hatch that is over',
    snapshot([hatch({ expiresAt: Date.now() - 1_000 })]),
  ],
  [
    'a hatch that has not begun',
    snapshot([hatch({ activeFrom: Date.now() + HOUR })]),
  ],
  ['a lease that is over', snapshot([hatch()], Date.now() - 1_000)],
];

const dataOf = (active: ActiveSnapshot) =>
  hatchData({
    snapshot: active,
    scanned: rule => rule === 'image-scan-critical',
  });

const bundleOf = (active: ActiveSnapshot) =>
  packBundle([
    {
      name: '.manifest',
      content: canonicalJson({ revision: 'test', roots: ['escape_hatches'] }),
    },
    { name: 'data.json', content: canonicalJson(dataOf(active)) },
  ]);

const mapsOf = (active: ActiveSnapshot) =>
  yamlDocuments({
    comment: 'Test',
    documents: gatekeeperConfigMaps({
      snapshot: active,
      filter: {},
      gated: () => true,
    }),
  });

const exceptionsOf = (
  active: ActiveSnapshot,
  api: 'policies.kyverno.io' | 'kyverno.io',
) =>
  yamlDocuments({
    comment: 'Test',
    documents: kyvernoExceptions({
      snapshot: active,
      filter: place,
      api,
      policiesOf: rule =>
        rule === 'privileged-container'
          ? [
              {
                policy: 'disallow-privileged-containers',
                rules: ['privileged-containers'],
              },
            ]
          : [],
    }),
  });

const present = (...commands: string[]) =>
  missingCommands(...commands).length === 0 ? describe : describe.skip;

describe('policy engines', () => {
  let engines: PolicyEngines;

  beforeAll(async () => {
    engines = await PolicyEngines.create();
  });

  afterAll(() => engines.remove());

  present('opa')('OPA with the bundle', () => {
    it.each(admissions)('judges %s', async (_, active, asking, admitted) => {
      const bundle = await bundleOf(active);
      const denied = await engines.opa({ bundle, place, pod: asking });
      expect(denied).toHaveLength(admitted ? 0 : 1);
    });

    it.each(outdated)('denies %s', async (_, active) => {
      const bundle = await bundleOf(active);
      expect(await engines.opa({ bundle, place, pod: pod() })).toEqual([
        expect.stringContaining('Rule privileged-container'),
      ]);
    });
  });

  present('gator')('Gatekeeper with the ConfigMaps', () => {
    it.each(admissions)('judges %s', async (_, active, asking, admitted) => {
      expect(
        await engines.gator({ configMaps: mapsOf(active), pod: asking }),
      ).toBe(admitted);
    });

    it.each(outdated)('denies %s', async (_, active) => {
      expect(
        await engines.gator({ configMaps: mapsOf(active), pod: pod() }),
      ).toBe(false);
    });
  });

  present('kyverno')('Kyverno with the exceptions', () => {
    it.each(admissions)('judges %s', async (_, active, asking, admitted) => {
      const byApi = {
        validating: await engines.kyverno({
          policy: 'validating-policy',
          exceptions: exceptionsOf(active, 'policies.kyverno.io'),
          pod: asking,
        }),
        cluster: await engines.kyverno({
          policy: 'cluster-policy',
          exceptions: exceptionsOf(active, 'kyverno.io'),
          pod: asking,
        }),
      };
      expect(byApi).toEqual({ validating: admitted, cluster: admitted });
    });
  });

  present('conftest')('conftest with the data', () => {
    const manifest = (limits?: object) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'special-ml-workload', namespace: 'ml-gpu' },
      spec: {
        template: {
          metadata: { annotations: { 'golden-path.io/entity': entityRef } },
          spec: {
            containers: [
              {
                name: 'train',
                securityContext: { privileged: true },
                resources: { limits },
              },
            ],
          },
        },
      },
    });
    const privileged = expect.stringContaining('(rule privileged-container)');
    const unlimited = expect.stringContaining('(rule resource-limits)');

    it.each([
      ['no hatch', snapshot([]), [unlimited, privileged]],
      ['its hatch', snapshot([hatch()]), [unlimited]],
      [
        'a hatch without a namespace, which a pipeline takes',
        snapshot([
          hatch({
            target: {},
            rules: ['privileged-container', 'resource-limits'],
          }),
        ]),
        [],
      ],
      [
        'another environment',
        snapshot([hatch({ target: { environments: ['staging'] } })]),
        [unlimited, privileged],
      ],
      [
        'another kind of workload',
        snapshot([hatch({ target: { kind: 'DaemonSet' } })]),
        [unlimited, privileged],
      ],
      ['a lease that is over', outdated[2][1], [unlimited, privileged]],
    ])('judges %s', async (_, active, failures) => {
      const found = await engines.conftest({
        data: canonicalJson(dataOf(active)),
        place,
        manifest: manifest(),
      });
      expect(found.sort()).toEqual(failures);
    });

    it('has nothing against a workload that keeps the rules', async () => {
      const kept = manifest({ memory: '1Gi' });
      kept.spec.template.spec.containers[0].securityContext.privileged = false;
      expect(
        await engines.conftest({
          data: canonicalJson(dataOf(snapshot([]))),
          place,
          manifest: kept,
        }),
      ).toEqual([]);
    });
  });
});
