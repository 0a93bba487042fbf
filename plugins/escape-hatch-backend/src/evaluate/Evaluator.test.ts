import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EvaluationQuery } from '@golden-path/backstage-plugin-escape-hatch-common';
import { EntityReader } from '../entities/EntityReader';
import { ActiveHatchStore } from '../exports/ActiveHatchStore';
import {
  HatchesUnderTest,
  ML_WORKLOAD,
} from '../requests/__testUtils__/HatchesUnderTest';
import { EntityIdentities } from './EntityIdentities';
import { Evaluator } from './Evaluator';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('evaluate on %p', id => {
  let hatches: HatchesUnderTest;

  beforeEach(async () => {
    hatches = await HatchesUnderTest.create(await databases.init(id), {
      escapeHatch: {
        rules: [{ id: 'privileged-container', aliases: ['no-privileges'] }],
      },
    });
  });

  const evaluate = (query: Partial<EvaluationQuery> = {}) => {
    const { knex, settings, clock, store, catalog } = hatches;
    const entities = new EntityReader({
      auth: mockServices.auth(),
      catalog: catalog.service,
    });
    return new Evaluator({
      active: new ActiveHatchStore({ knex, settings }),
      clock,
      settings,
      identities: new EntityIdentities({ entities }),
      markUsed: (ids, at) => store.markUsed(ids, at),
    }).evaluate({
      entityRef: ML_WORKLOAD,
      rules: ['privileged-container'],
      ...query,
    });
  };

  const resultOf = async (query?: Partial<EvaluationQuery>) =>
    (await evaluate(query)).results.map(({ result }) => result);

  it('lets through what an active hatch covers, and notes the use', async () => {
    const hatch = await hatches.approved({ expiresAt: '2026-12-31' });
    expect(
      await evaluate({
        rules: ['no-privileges', 'probes'],
        environment: 'production',
      }),
    ).toEqual({
      at: '2026-11-24T12:00:00Z',
      results: [
        {
          rule: 'no-privileges',
          result: 'exempt',
          hatch: hatch.id,
          number: 1,
          expiresAt: '2027-01-01T00:00:00Z',
          daysLeft: 37,
        },
        { rule: 'probes', result: 'required' },
      ],
    });
    expect((await hatches.store.get(hatch.id))?.lastUsedAt).toBe(hatches.time);
    expect((await hatches.store.get(hatch.id))?.version).toBe(hatch.version);
  });

  it('names, of several, the one that ends last', async () => {
    await hatches.approved({
      expiresAt: '2026-12-31',
      target: { namespace: 'a' },
    });
    const last = await hatches.approved({
      expiresAt: '2027-01-31',
      target: { cluster: 'eu', namespace: 'b' },
    });
    await hatches.approved({
      expiresAt: '2027-01-15',
      target: { namespace: 'c' },
    });
    const { results } = await evaluate({
      target: { cluster: 'eu', namespace: 'b' },
    });
    expect(results).toMatchObject([{ hatch: last.id }]);
    expect(await resultOf({ target: { namespace: 'd' } })).toEqual([
      'required',
    ]);
    expect(await resultOf()).toEqual(['required']);
  });

  it('asks for the environment that a hatch names', async () => {
    await hatches.approved({ target: { environments: ['staging'] } });
    expect(await resultOf({ environment: 'staging' })).toEqual(['exempt']);
    expect(await resultOf({ environment: 'production' })).toEqual(['required']);
    expect(await resultOf()).toEqual(['required']);
  });

  it('limits rules about vulnerabilities, and no others, to those that a hatch names', async () => {
    await hatches.approved({
      rules: ['privileged-container', 'image-scan-critical'],
      target: { vulnerabilities: ['CVE-2026-1111', 'CVE-2026-2222'] },
    });
    const rules = ['privileged-container', 'image-scan-critical'];
    expect(await resultOf({ rules })).toEqual(['exempt', 'required']);
    const found = (...vulnerabilities: string[]) =>
      resultOf({ rules, target: { vulnerabilities } });
    expect(await found('CVE-2026-2222')).toEqual(['exempt', 'exempt']);
    expect(await found('CVE-2026-1111', 'CVE-2026-3333')).toEqual([
      'exempt',
      'required',
    ]);
  });

  it('requires everything of what the catalog has not got, or has got anew', async () => {
    await hatches.approved();
    expect(await resultOf({ entityRef: 'component:default/unknown' })).toEqual([
      'required',
    ]);
    hatches.catalog.organisation.components['special-ml-workload'].uid =
      'uid-new';
    expect(await resultOf()).toEqual(['required']);
    delete hatches.catalog.organisation.components['special-ml-workload'];
    expect(await resultOf()).toEqual(['required']);
  });

  it('refuses a rule that there is not', async () => {
    await expect(evaluate({ rules: ['probe'] })).rejects.toMatchObject({
      statusCode: 422,
      message: expect.stringContaining("no rule with id 'probe'"),
    });
  });
});
