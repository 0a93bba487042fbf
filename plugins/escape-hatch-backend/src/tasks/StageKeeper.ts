import type { ApproverResolver } from '../approvers/ApproverResolver';
import { stalledMessage } from '../notifications/stalledMessage';
import type { HatchRecord } from '../requests/HatchRecord';
import { isDecidable } from '../requests/standing/isDecidable';
import type { TaskContext } from './TaskContext';
import type { WaitingParties } from './WaitingParties';

/** Keeps up with the catalog whom undecided requests wait for, and tells the admins where nobody is left to decide. */
export class StageKeeper {
  readonly #context: Pick<TaskContext, 'knex' | 'outbox' | 'settings'>;
  readonly #approvers: ApproverResolver;
  readonly #waiting: WaitingParties;

  constructor(
    options: Pick<TaskContext, 'knex' | 'outbox' | 'settings'> & {
      approvers: ApproverResolver;
      waiting: WaitingParties;
    },
  ) {
    this.#context = options;
    this.#approvers = options.approvers;
    this.#waiting = options.waiting;
  }

  /** One that asks the catalog for each user and group once. */
  forOneAnswer(): StageKeeper {
    return new StageKeeper({
      ...this.#context,
      waiting: this.#waiting,
      approvers: this.#approvers.forOneAnswer(),
    });
  }

  /** @param owners - of the request's entity now */
  async keep(record: HatchRecord, owners: string[]): Promise<void> {
    const stage =
      record.stage === null ? undefined : record.stages[record.stage];
    const resolved =
      stage && (await this.#approvers.resolveStage({ stage, owners }));
    const waiting = resolved?.resolvedFrom ?? [];
    const known = await this.#waiting.of(record.id);
    const stalled =
      resolved !== undefined && !isDecidable(record, resolved.users.keys());
    if (
      !isSame(waiting, known) ||
      !isSame(owners, record.owners) ||
      stalled !== (await this.#waiting.isStalled(record.id))
    ) {
      await this.#waiting.correct(record, { owners, waiting, stalled });
    }
    if (stalled) {
      const { knex, outbox, settings } = this.#context;
      await outbox.add({ tx: knex, ...stalledMessage(record, settings) });
    }
  }
}

function isSame(one: string[], other: string[]): boolean {
  return [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
}
