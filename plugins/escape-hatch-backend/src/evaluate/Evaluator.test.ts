import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EvaluationQuery } from '@golden-path/backstage-plugin-escape-hatch-common';
import { EntityReader } from '../entities/EntityReader';
import { ActiveHatchStore } from '../exports/ActiveHatchStore';
import {
  HatchesUnderTest,
  ML_WORKLOAD,
} from '../requests/__testUtils__/HatchesUnderTest';
import type { RequestStore } from '../requests/RequestStore';
import { EntityIdentities } from './EntityIdentities';
import { Evaluator } from './Evaluator';
import { UseNotes } from './UseNotes';

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

  const evaluate = async (
    query: Partial<EvaluationQuery> = {},
    store: Pick<RequestStore, 'markUsed'> = hatches.store,
  ) => {
    const { knex, settings, clock, catalog } = hatches;
    const entities = new EntityReader({
      auth: mockServices.auth(),
      catalog: catalog.service,
    });
    const uses = new UseNotes({ store, logger: mockServices.logger.mock() });
    const evaluation = await new Evaluator({
      active: new ActiveHatchStore({ knex, settings }),
      clock,
      settings,
      identities: new EntityIdentities({ entities }),
      uses,
    }).evaluate({
      entityRef: ML_WORKLOAD,
      rules: ['privileged-container'],
      ...query,
    });
    await uses.settled();
    return evaluation;
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

  it('lets through also where the use cannot be noted', async () => {
    await hatches.approved();
    const markUsed = jest.fn(async () => {
      throw new Error('disk full');
    });
    const { results } = await evaluate({}, { markUsed });
    expect(markUsed).toHaveBeenCalledTimes(1);
    expect(results).toMatchObject([{ result: 'exempt' }]);
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
