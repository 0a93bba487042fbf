import type { Knex } from 'knex';

/** The next number for people; until the transaction ends nobody else gets one, so there are no gaps. */
export async function takeNumber(tx: Knex.Transaction): Promise<number> {
  const [{ value }] = await tx('escape_hatch_heads')
    .where('name', 'number')
    .increment('value', 1)
    .returning('value');
  return Number(value);
}
