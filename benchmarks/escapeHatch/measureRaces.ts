import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { Figure } from '../support/Figure';
import { PortalUser } from '../support/PortalUser';
import { Resources } from '../support/Resources';
import { ADMINS } from './portal';
import { ReplicaBackend } from './ReplicaBackend';
import type { EscapeHatchBackend } from './startEscapeHatchBackend';

const RACES = 1_000;

/** Races that go on at once. */
const AT_ONCE = 8;

/**
 * Two people decide the same request at the same time, each on another of two portals with one database. One of them
 * approves and the other rejects, in turns.
 */
export async function* measureRaces(options: {
  backend: EscapeHatchBackend;
  database: JsonObject;
}): AsyncGenerator<Figure> {
  const { backend, database } = options;
  const { knex } = backend.plugin;
  const resources = new Resources();
  try {
    const other = resources.keep(await ReplicaBackend.start(database));
    const deciders = await Promise.all([
      PortalUser.signIn(backend.url, ADMINS[0]),
      PortalUser.signIn(other.url, ADMINS[1]),
    ]);
    const requests = await waiting(knex);
    const started = performance.now();
    const winners = await raceAll(requests, deciders);
    const seconds = (performance.now() - started) / 1_000;
    await assertDecidedOnce(knex, requests);
    yield {
      name: `${requests.length} racing decisions`,
      measured: seconds,
      unit: 's',
      limit: 30,
      detail: `one winner each: ${winners[0]} on the one, ${winners[1]} on the other portal`,
    };
  } finally {
    await resources.stop();
  }
}

/** Requests that wait for the admins. */
async function waiting(knex: Knex): Promise<string[]> {
  return knex('escape_hatch_requests')
    .where({ status: 'submitted', risk_level: 'medium', version: 2 })
    .orderBy('number')
    .limit(RACES)
    .pluck('id');
}

/** @returns how many of the races each of them has won */
async function raceAll(
  requests: string[],
  deciders: PortalUser[],
): Promise<number[]> {
  const winners = [0, 0];
  const open = requests.map((id, index) => ({ id, index }));
  const lane = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      const { id, index } = next;
      const statuses = await Promise.all(
        deciders.map((decider, side) =>
          decide(decider, id, (index + side) % 2 ? 'approve' : 'reject'),
        ),
      );
      if ([...statuses].sort().join() !== '200,409') {
        throw new Error(
          `Expected one winner and one 409 of request ${id}, got ${statuses}`,
        );
      }
      winners[statuses.indexOf(200)]++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return winners;
}

async function decide(
  decider: PortalUser,
  id: string,
  action: string,
): Promise<number> {
  const { status } = await decider.postAny(
    `/api/escape-hatch/v1/requests/${id}/${action}`,
    { expectedVersion: 2, comment: 'As fast as can be.' },
  );
  return status;
}

/** One transition each, and no other trace. */
async function assertDecidedOnce(knex: Knex, ids: string[]): Promise<void> {
  const [{ versions }] = await knex('escape_hatch_requests')
    .whereIn('id', ids)
    .where('version', 3)
    .count({ versions: '*' });
  const [{ rows }] = await knex('escape_hatch_audit')
    .whereIn('request_id', ids)
    .where('version', '>', 2)
    .count({ rows: '*' });
  if (Number(versions) !== ids.length || Number(rows) !== ids.length) {
    throw new Error(
      `Expected ${ids.length} decisions, got ${versions} requests of version 3 and ${rows} rows of the audit trail`,
    );
  }
}
