import type { Knex } from 'knex';
import type { HatchRecord } from '../HatchRecord';
import { RequestStore } from '../RequestStore';

/** A request as it stays until the transaction ends, after those that are changing it have come to their end. */
export async function lockRequest(
  tx: Knex.Transaction,
  id: string,
): Promise<HatchRecord | undefined> {
  await tx('escape_hatch_requests').where('id', id).forUpdate().first('id');
  return new RequestStore({ knex: tx }).get(id);
}
