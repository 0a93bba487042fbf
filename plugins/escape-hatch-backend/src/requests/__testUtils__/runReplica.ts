/**
 * A backend's domain in a process of its own, for tests that race or kill it. `OPTIONS` is a JSON text with the
 * connection to a PostgreSQL database that has the tables already, and with the number of the statement of its first
 * transaction before which the process kills itself, if any. It does what its parent sends, all at once, and answers how each ended.
 */
import knexFactory from 'knex';
import { HatchesUnderTest } from './HatchesUnderTest';
import type { ReplicaCall } from './ReplicaProcess';

async function main(): Promise<void> {
  const { connection, time, diesAt } = JSON.parse(process.env.OPTIONS!);
  const knex = knexFactory({
    client: 'pg',
    connection,
    pool: { min: 1, max: 8 },
  });
  const hatches = await HatchesUnderTest.create(knex);
  hatches.time = time;
  process.on('message', async (calls: ReplicaCall[]) => {
    let statements = 0;
    let isCommitted = false;
    knex.on('query', ({ sql }) => {
      // Reads before a transaction are none of its statements, and those after it one at most.
      if (statements > 0 || /^begin/i.test(sql)) {
        statements += isCommitted ? 0 : 1;
        if (statements === diesAt || (isCommitted && diesAt > statements)) {
          process.kill(process.pid, 'SIGKILL');
        }
        isCommitted ||= /^commit/i.test(sql);
      }
    });
    const outcomes = await Promise.all(
      calls.map(({ method, options }) =>
        (hatches.service[method] as (given: object) => Promise<unknown>)(
          options,
        ).then(
          () => 'done',
          error => (error.name === 'error' ? error.message : error.name),
        ),
      ),
    );
    process.send!({ replica: { outcomes, statements } });
  });
  process.send!({ replica: 'ready' });
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
