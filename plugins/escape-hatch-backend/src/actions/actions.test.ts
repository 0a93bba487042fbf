import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { seedDraft } from '../__testUtils__/seedDraft';
import { startEscapeHatchBackend } from '../__testUtils__/startEscapeHatchBackend';
import { TestCatalog } from '../requests/__testUtils__/TestCatalog';

jest.setTimeout(120_000);

describe('actions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const registry = actionsRegistryServiceMock();
  let backend: Awaited<ReturnType<typeof startEscapeHatchBackend>>;

  const invoke = async (
    name: string,
    input: object,
    credentials = mockCredentials.user('user:default/ml-engineer'),
  ) => {
    const { output } = await registry.invoke({
      // The mock's plugin id is fixed.
      id: `test:${name}`,
      input: { ...input },
      credentials,
    });
    return output;
  };

  beforeAll(async () => {
    backend = await startEscapeHatchBackend({
      knex: await databases.init('SQLITE_3'),
      catalog: new TestCatalog(),
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
  });
  afterAll(() => backend.stop());

  it('say what they change', async () => {
    const { actions } = await registry.list();
    expect(actions.map(it => [it.name, it.attributes])).toEqual([
      ['list', { readOnly: true, idempotent: true, destructive: false }],
      ['evaluate', { readOnly: false, idempotent: true, destructive: false }],
      ['draft', { readOnly: false, idempotent: false, destructive: false }],
    ]);
  });

  it('draft a request, list it, and evaluate what came of it', async () => {
    const drafted = await invoke('draft', seedDraft());
    expect(drafted).toMatchObject({
      number: 1,
      version: 1,
      approvers: [
        {
          stage: 'Owner',
          users: [
            'user:default/ml-engineer',
            'user:default/ml-intern',
            'user:default/ml-lead',
          ],
        },
        { stage: 'Platform' },
        { stage: 'Security' },
      ],
    });
    expect(await invoke('list', { phase: 'draft' })).toMatchObject({
      items: [{ number: 1, phase: 'draft', waitsFor: [] }],
    });
    expect(
      await invoke('list', { entityRef: 'component:default/publishing-api' }),
    ).toEqual({ items: [] });
    const { entityRef, rules } = seedDraft();
    expect(await invoke('evaluate', { entityRef, rules })).toMatchObject({
      results: [{ rule: 'privileged-container', result: 'required' }],
    });
  });

  it.each<[string, object, RegExp]>([
    ['list', { owner: 'ml-team' }, /owner: .*full entity ref/],
    ['list', { phase: 'old' }, /phase: /],
    ['list', { cursor: 'x' }, /cursor: /],
    [
      'evaluate',
      { entityRef: 'component:default/publishing-api', rules: ['none'] },
      /no rule with id 'none'/,
    ],
    ['draft', { ...seedDraft(), expiresAt: '2099-01-01' }, /expiry-beyond-cap/],
    ['draft', { ...seedDraft(), justification: '\u001b' }, /justification: /],
    [
      'draft',
      { ...seedDraft(), entityRef: 'component:default/nowhere' },
      /No entity found/,
    ],
    [
      'draft',
      { ...seedDraft(), entityRef: 'component:default/publishing-api' },
      /not in the group that owns/,
    ],
  ])('%s refuses %j', async (name, input, message) => {
    await expect(invoke(name, input)).rejects.toThrow(message);
  });
});
