import type { Knex } from 'knex';
import type { HatchRecord } from '../requests/HatchRecord';
import { partiesOf } from '../requests/transitions/partiesOf';

/** Whom requests wait for, as it was written when that began, and as the catalog has made it since. */
export class WaitingParties {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Whether it is noted that nobody may decide a request. */
  async isStalled(requestId: string): Promise<boolean> {
    const row = await this.#knex('escape_hatch_requests')
      .where('id', requestId)
      .first('stalled');
    return Boolean(row?.stalled);
  }

  /** Groups and users whom a request waits for, by name. */
  async of(requestId: string): Promise<string[]> {
    return this.#knex('escape_hatch_request_parties')
      .where({ request_id: requestId, role: 'waiting' })
      .orderBy('ref')
      .pluck('ref');
  }

  /**
   * Writes whose an undecided request is and whom it waits for now. No transition: it says again what the catalog
   * says, and who may decide is asked of the catalog each time.
   *
   * @returns whether the request was as the caller read it
   */
  async correct(
    record: HatchRecord,
    correction: { owners: string[]; waiting: string[]; stalled: boolean },
  ): Promise<boolean> {
    const { id, version, status } = record;
    const { owners, waiting, stalled } = correction;
    return this.#knex.transaction(async tx => {
      const updated = await tx('escape_hatch_requests')
        .where({ id, version, status })
        .update({
          owners: JSON.stringify(owners),
          owner_ref: owners[0] ?? '',
          stalled,
        });
      if (updated === 0) {
        return false;
      }
      await tx('escape_hatch_request_parties').where('request_id', id).delete();
      const parties = partiesOf({ ...record, owners }, waiting);
      if (parties.length > 0) {
        await tx('escape_hatch_request_parties').insert(
          parties.map(party => ({ request_id: id, ...party })),
        );
      }
      return true;
    });
  }
}
