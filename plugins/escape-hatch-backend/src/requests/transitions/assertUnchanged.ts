import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { HatchRecord } from '../HatchRecord';

/**
 * Makes sure that a request stays as it was read until the transaction ends.
 *
 * @throws ConflictError where somebody else was faster
 */
export async function assertUnchanged(
  tx: Knex.Transaction,
  { id, number, version, status }: HatchRecord,
): Promise<void> {
  const unchanged = await tx('escape_hatch_requests')
    .where({ id, version, status })
    .forUpdate()
    .first('id');
  if (!unchanged) {
    throw new ConflictError(
      `Request #${number} is not version ${version} any more: somebody else was faster`,
    );
  }
}
