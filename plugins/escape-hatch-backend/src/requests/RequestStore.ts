import type {
  RequestPhase,
  RequestStatus,
  RequestVersion,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import type { RequestFilter } from '../permissions/RequestFilter';
import type { HatchRecord } from './HatchRecord';
import { listRequests } from './lists/listRequests';
import { listWaiting } from './lists/listWaiting';
import { readApprovals } from './readApprovals';
import { type RequestRow, toHatchRecord } from './RequestRow';
import { readVersions } from './versions/readVersions';

/** Of two uses of a hatch within this time only the first is noted, ms. */
const USE_RESOLUTION = 60_000;

/** Reads requests; what changes them is a transition. */
export class RequestStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async get(id: string): Promise<HatchRecord | undefined> {
    const [record] = await this.getMany([id]);
    return record;
  }

  /** In the order of the ids; undefined where there is none. */
  async getMany(ids: string[]): Promise<(HatchRecord | undefined)[]> {
    const found = new Map<string, HatchRecord>();
    for (const batch of inBatches([...new Set(ids)])) {
      const rows: RequestRow[] = await this.#knex(
        'escape_hatch_requests',
      ).whereIn('id', batch);
      for (const record of await this.#complete(rows)) {
        found.set(record.id, record);
      }
    }
    return ids.map(id => found.get(id));
  }

  /**
   * A page of requests.
   *
   * @param options.filter - what the permissions let the caller see
   * @param options.now - ms: what the phases are of
   * @param options.after - `next` of the page before
   * @throws InputError for an `after` that no page had as `next`
   */
  async list(options: {
    where?: {
      entityRef?: string;
      owner?: string;
      /** Any of several names. */
      rule?: string | string[];
      status?: RequestStatus;
      phase?: RequestPhase | RequestPhase[];
      requester?: string;
      ids?: string[];
    };
    now: number;
    filter?: RequestFilter;
    order?: 'newest' | 'expiry';
    limit: number;
    after?: string;
  }): Promise<{ records: HatchRecord[]; next?: string }> {
    const { rows, next } = await listRequests(this.#knex, options);
    return { records: await this.#complete(rows), next };
  }

  /** Requests whose current stage waits for one of the users or groups; the longest wait first. */
  async waitingFor(options: {
    refs: string[];
    limit: number;
    after?: string;
  }): Promise<{ records: HatchRecord[]; next?: string }> {
    const { rows, next } = await listWaiting(this.#knex, options);
    return { records: await this.#complete(rows), next };
  }

  /** What each version of a request said, oldest first. */
  async versions(id: string): Promise<RequestVersion[]> {
    return readVersions(this.#knex, id);
  }

  /** Notes that gates were let through by hatches; a use, not a transition. */
  async markUsed(ids: string[], at: number): Promise<void> {
    for (const batch of inBatches(ids)) {
      await this.#knex('escape_hatch_requests')
        .whereIn('id', batch)
        .where(query =>
          query
            .whereNull('last_used_at')
            .orWhere('last_used_at', '<=', at - USE_RESOLUTION),
        )
        .update('last_used_at', at);
    }
  }

  async #complete(rows: RequestRow[]): Promise<HatchRecord[]> {
    const approvals = await readApprovals(
      this.#knex,
      rows.map(({ id }) => id),
    );
    return rows.map(row => toHatchRecord(row, approvals.get(row.id) ?? []));
  }
}
