import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { HatchRecord } from '../HatchRecord';
import { lockRequest } from './lockRequest';

/**
 * Makes sure that a request stays as it was read until the transaction ends.
 *
 * @throws ConflictError where somebody else was faster
 */
export async function assertUnchanged(
  tx: Knex.Transaction,
  { id, number, version }: HatchRecord,
): Promise<void> {
  const now = await lockRequest(tx, id);
  if (now?.version !== version) {
    throw new ConflictError(
      `Request #${number} is not version ${version} any more: somebody else was faster`,
    );
  }
}
