import type { EntityReader } from '../entities/EntityReader';
import type { HatchRecord } from '../requests/HatchRecord';
import type { RequestService } from '../requests/RequestService';
import type { AbsenceStore } from './AbsenceStore';
import { bindingChange } from './bindingChange';
import type { OpenRequests } from './OpenRequests';
import type { TaskContext } from './TaskContext';
import { unlessMoved } from './unlessMoved';
import type { StageKeeper } from './StageKeeper';

/** Requests whose entities are read at once. */
const BATCH = 100;

/**
 * Task: compares requests with the catalog. An entity that is gone, or registered anew, takes its requests with it;
 * one with another owner has its escape hatches flagged; and who a request waits for is written as it is now. Where
 * the catalog cannot be read nothing is concluded.
 */
export class ReconcileCatalog {
  readonly #clock: TaskContext['clock'];
  readonly #requests: OpenRequests;
  readonly #entities: Pick<EntityReader, 'readMany'>;
  readonly #service: Pick<RequestService, 'entityRemoved' | 'ownerChanged'>;
  readonly #absences: AbsenceStore;
  readonly #stages: StageKeeper;

  constructor(options: {
    clock: TaskContext['clock'];
    requests: OpenRequests;
    entities: Pick<EntityReader, 'readMany'>;
    service: Pick<RequestService, 'entityRemoved' | 'ownerChanged'>;
    absences: AbsenceStore;
    stages: StageKeeper;
  }) {
    this.#clock = options.clock;
    this.#requests = options.requests;
    this.#entities = options.entities;
    this.#service = options.service;
    this.#absences = options.absences;
    this.#stages = options.stages;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    let batch: HatchRecord[] = [];
    for await (const record of this.#requests.bound({ now, signal })) {
      batch.push(record);
      if (batch.length === BATCH) {
        await this.#reconcile(batch, now);
        batch = [];
      }
    }
    await this.#reconcile(batch, now);
  }

  async #reconcile(records: HatchRecord[], now: number): Promise<void> {
    const entities = await this.#entities.readMany(
      records.map(({ entityRef }) => entityRef),
    );
    const stages = this.#stages.forOneAnswer();
    for (const [index, record] of records.entries()) {
      const entity = entities[index];
      const { id, version: expectedVersion, status } = record;
      switch (bindingChange({ record, entity, now })) {
        case 'removed':
          await unlessMoved(() =>
            this.#service.entityRemoved({ id, expectedVersion }),
          );
          continue;
        case 'missed':
          await this.#absences.missed(id, now);
          break;
        case 'seen':
          await this.#absences.seen(id);
          break;
        case 'owners':
          if (record.absentSince !== null) {
            await this.#absences.seen(id);
          }
          if (status === 'approved') {
            const owners = entity!.owners;
            await unlessMoved(() =>
              this.#service.ownerChanged({ id, expectedVersion, owners }),
            );
          }
          break;
        default:
      }
      if (status !== 'approved') {
        await stages.keep(record, entity?.owners ?? record.owners);
      }
    }
  }
}
