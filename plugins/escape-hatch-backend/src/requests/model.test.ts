/* eslint-disable jest/no-standalone-expect -- the test runs the commands that expect */
import { TestDatabases } from '@backstage/backend-test-utils';
import { phaseOf } from '@golden-path/backstage-plugin-escape-hatch-common';
import fc from 'fast-check';
import { ActiveHatchStore } from '../exports/ActiveHatchStore';
import { actor, HatchesUnderTest } from './__testUtils__/HatchesUnderTest';
import {
  anyCreation,
  anyOperation,
  type Operation,
} from './__testUtils__/Operation';
import { performOperation } from './__testUtils__/performOperation';
import { ReferenceModel } from './__testUtils__/ReferenceModel';
import type { HatchRecord } from './HatchRecord';
import { mayDoActions } from './standing/mayDo';

jest.setTimeout(600_000);

/** Runs per database; a night's run may ask for more. */
const RUNS = Number(process.env.GOLDEN_PATH_MODEL_RUNS ?? 15);

const name = (ref: string) => ref.replace(/^.*\//, '');

/** What the plugin has stored, in the words of the model. */
async function storedIn(hatches: HatchesUnderTest) {
  const { records } = await hatches.store.list({ now: 0, limit: 500 });
  const numberOf = (id: string | null) =>
    records.find(record => record.id === id)?.number ?? null;
  return records.reverse().map((record: HatchRecord) => ({
    number: record.number,
    version: record.version,
    status: record.status,
    component: name(record.entityRef),
    uid: record.entityUid,
    owners: record.owners.map(name),
    requester: name(record.requester),
    rules: record.content.rules,
    riskLevel: record.content.riskLevel,
    environments: record.content.target?.environments ?? [],
    startsAt: record.startsAt,
    expiresAt: record.expiresAt,
    stages: record.stages.map(({ id }) => id),
    stage: record.stage,
    approvals: record.approvals.map(({ stage, approver }) => [
      stage,
      name(approver),
    ]),
    activeFrom: record.activeFrom,
    renews: numberOf(record.renewalOf),
    replacedBy: numberOf(record.supersededBy),
    chain: record.chainLength,
    chainSince: record.chainSince,
    ownerChangedAt: record.ownerChangedAt,
  }));
}

/** One operation, done by both. */
class Step implements fc.AsyncCommand<ReferenceModel, HatchesUnderTest> {
  constructor(readonly operation: Operation) {}

  check(): boolean {
    return true;
  }

  async run(model: ReferenceModel, hatches: HatchesUnderTest): Promise<void> {
    if (this.operation.kind === 'ask') {
      await compareOffers(model, hatches, this.operation);
      return;
    }
    const outcome = await performOperation(hatches, model, this.operation);
    expect(outcome).toBe(model.apply(this.operation));
    expect(await storedIn(hatches)).toEqual(model.requests);
    await compareActive(model, hatches);
  }

  toString(): string {
    return JSON.stringify(this.operation);
  }
}

/** What somebody is offered must be what the model lets this person do. */
async function compareOffers(
  model: ReferenceModel,
  hatches: HatchesUnderTest,
  { nth, user }: Extract<Operation, { kind: 'ask' }>,
): Promise<void> {
  const request = model.aim(nth);
  if (!request) {
    return;
  }
  const { records } = await hatches.store.list({ now: 0, limit: 500 });
  const record = records.find(({ number }) => number === request.number)!;
  const { allowedActions } = await hatches.service.mayDo({
    record,
    actor: actor(user),
  });
  const possible = mayDoActions.filter(
    action =>
      model.refusal({
        action,
        user,
        request,
        expectedVersion: request.version,
        comment: true,
        outcome: 'keep',
        // What may be asked for at any time.
        expiresIn: 1,
        wish: { expiresIn: 1, startsIn: null },
      }) === undefined,
  );
  expect(allowedActions).toEqual(possible);
}

/** What exports have, what lists call active, and what the model says is active. */
async function compareActive(
  model: ReferenceModel,
  hatches: HatchesUnderTest,
): Promise<void> {
  const now = hatches.clock.now();
  expect(now).toBe(model.now);
  const active = model.requests.filter(
    ({ status, activeFrom, expiresAt }) =>
      status === 'approved' && activeFrom! <= now && now < expiresAt,
  );
  const numbers = (list: { number: number }[]) =>
    list.map(({ number }) => number).sort((a, b) => a - b);
  const { records } = await hatches.store.list({
    where: { phase: 'active' },
    now,
    limit: 500,
  });
  expect(numbers(records)).toEqual(numbers(active));
  expect(records.every(record => phaseOf(record, now) === 'active')).toBe(true);
  const confirmMs = hatches.settings.confirmDays * 86_400_000;
  const exported = await new ActiveHatchStore(hatches).read({ now });
  expect(numbers(exported)).toEqual(
    numbers(
      active.filter(
        ({ ownerChangedAt }) =>
          ownerChangedAt === null || now < ownerChangedAt + confirmMs,
      ),
    ),
  );
}

describe('random operations of random people', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it.each(databases.eachSupportedId())(
    'have the same results as in a plain model, on %s',
    async databaseId => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyCreation, { minLength: 4, maxLength: 8 }),
          fc.commands([anyOperation.map(one => new Step(one))], {
            maxCommands: 120,
            size: 'max',
          }),
          async (creations, commands) => {
            const knex = await databases.init(databaseId);
            try {
              const hatches = await HatchesUnderTest.create(knex, {
                escapeHatch: {
                  timeZone: 'UTC',
                  rules: [{ id: 'probes', maxDays: 10 }],
                },
              });
              const model = new ReferenceModel();
              for (const one of creations) {
                await new Step(one).run(model, hatches);
              }
              await fc.asyncModelRun(
                () => ({ model, real: hatches }),
                commands,
              );
              expect(await hatches.audit.verify()).toMatchObject({
                valid: true,
                rows: model.transitions,
              });
            } finally {
              await knex.destroy();
            }
          },
        ),
        { numRuns: RUNS, endOnFailure: false },
      );
    },
  );
});
