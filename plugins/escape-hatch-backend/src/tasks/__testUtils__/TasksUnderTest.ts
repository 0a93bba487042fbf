import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { ApproverResolver } from '../../approvers/ApproverResolver';
import { EntityReader } from '../../entities/EntityReader';
import type { Notice } from '../../notifications/Notice';
import { DeliverOutbox } from '../../outbox/DeliverOutbox';
import { Outbox } from '../../outbox/Outbox';
import { OutboxStore } from '../../outbox/OutboxStore';
import { HatchesUnderTest } from '../../requests/__testUtils__/HatchesUnderTest';
import { createTasks } from '../createTasks';

type TaskName = keyof ReturnType<typeof createTasks>;

/** The tasks over requests that the test makes, with a catalog and a clock that it moves. Nothing is sent. */
export class TasksUnderTest {
  readonly #tasks: ReturnType<typeof createTasks>;
  readonly hatches: HatchesUnderTest;

  private constructor(hatches: HatchesUnderTest) {
    const { knex, clock, settings, service, store } = hatches;
    const catalog = hatches.catalog.service;
    const auth = mockServices.auth();
    this.hatches = hatches;
    this.#tasks = createTasks({
      knex,
      clock,
      settings,
      service,
      store,
      entities: new EntityReader({ auth, catalog }),
      approvers: new ApproverResolver({ auth, catalog, settings }),
      outbox: new Outbox({ clock }),
      deliverOutbox: new DeliverOutbox({
        store: new OutboxStore({ knex }),
        clock,
        receivers: {},
        logger: mockServices.logger.mock(),
      }),
    });
  }

  static async create(
    knex: Knex,
    escapeHatch?: JsonObject,
  ): Promise<TasksUnderTest> {
    return new TasksUnderTest(
      await HatchesUnderTest.create(knex, { escapeHatch }),
    );
  }

  async run(task: TaskName): Promise<void> {
    await this.#tasks[task](new AbortController().signal);
  }

  /** Runs a task as often as a scheduler would: once more must not say anything again. */
  async newsOf(task: TaskName): Promise<Notice[]> {
    const known = await this.#keys();
    await this.run(task);
    await this.run(task);
    const rows: { key: string; payload: string }[] = await this.hatches
      .knex('escape_hatch_outbox')
      .where('kind', 'notification')
      .whereNotIn('key', known)
      .orderBy('key');
    return rows.map(({ payload }) => JSON.parse(payload));
  }

  /** Keys of a kind of messages. */
  async keysOf(kind: string): Promise<string[]> {
    return this.hatches
      .knex('escape_hatch_outbox')
      .where({ kind })
      .orderBy('key')
      .pluck('key');
  }

  async #keys(): Promise<string[]> {
    return this.hatches.knex('escape_hatch_outbox').pluck('key');
  }
}
