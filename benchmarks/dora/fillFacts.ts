import type { Knex } from 'knex';
import { SERVICES, TEAMS } from './services';

const DAY = 86_400_000;

/** As long as events are kept. */
export const DAYS = 800;

/** Changes for each three deployments. */
const CHANGES_OF_THREE = 5;

const INCIDENTS = 10_000;

/**
 * Fills the fact tables as the recorder would have done, by statements of the database itself: deployments spread
 * evenly over services and days, every 20th of them failed and rolled back, five changes for three of them.
 *
 * @param to - end of the history, ms
 */
export async function fillFacts(
  knex: Knex,
  options: { deployments: number; to: number },
): Promise<void> {
  const { deployments, to } = options;
  const from = to - DAYS * DAY;
  const step = Math.floor((DAYS * DAY) / deployments);
  const changes = Math.floor((deployments * CHANGES_OF_THREE) / 3);
  const finishedAt = (n: string) => `${from} + ${big(knex, n)} * ${step}`;
  const service = (n: string) => `(${n} % ${SERVICES})`;
  const entityRef = (n: string) =>
    `'component:default/service-' || ${service(n)}`;
  const ownerRef = (n: string) =>
    `'group:default/team-' || (${service(n)} % ${TEAMS})`;
  const isFailed = `(i / ${SERVICES}) % 20 = 18`;
  const isRollback = `(i / ${SERVICES}) % 20 = 19`;
  const yes = knex.client.config.client === 'pg' ? 'true' : '1';
  const no = knex.client.config.client === 'pg' ? 'false' : '0';
  const when = (condition: string) =>
    `case when ${condition} then ${yes} else ${no} end`;

  await knex.raw(
    `insert into dora_deployments (id, entity_ref, environment, production, version, sha, started_at, finished_at,
       outcome, kind, owner_ref, flags, sources, demo, predecessor_id, previous_version, position, high_water, counted,
       changes, lead_median_seconds, failed, recovered_at, recovered_by, rework, rework_reason)
     ${numbers(deployments)}
     select 'd' || i, ${entityRef(
       'i',
     )}, 'production', ${yes}, 'v' || (i / ${SERVICES}), null, null,
       ${finishedAt(
         'i',
       )}, 'success', case when ${isRollback} then 'rollback' else 'normal' end, ${ownerRef(
      'i',
    )},
       '[]', '["gitops"]', ${no}, case when i >= ${SERVICES} then 'd' || (i - ${SERVICES}) end,
       'v' || (i / ${SERVICES} - 1), i / ${SERVICES}, i / ${SERVICES}, ${yes}, 2, 3600,
       ${when(isFailed)}, case when ${isFailed} then ${finishedAt(
      `(i + ${SERVICES})`,
    )} end, null,
       ${when(isRollback)}, case when ${isRollback} then 'rollback' end
     from n`,
  );
  await knex.raw(
    `insert into dora_changes (repository, sha, position, first_commit_at, opened_at, merged_at, number, title, labels,
       reverts, flags, demo)
     ${numbers(changes)}
     select 'github.com/acme/service-' || ${service(
       'i',
     )}, 'sha' || i, i / ${SERVICES}, ${from}, ${from},
       ${from} + ${big(knex, 'i')} * ${Math.floor(
      (DAYS * DAY) / changes,
    )}, i, 'Change ' || i, '[]', '[]', '[]', ${no}
     from n`,
  );
  const deployment = `(cast(${big(
    knex,
    '(id - 1)',
  )} * 3 / ${CHANGES_OF_THREE} as bigint))`;
  const seconds = (factor: number, most: number) =>
    `(${big(knex, 'id')} * ${factor} % ${most})`;
  await knex.raw(
    `insert into dora_shipped (deployment_id, change_id, entity_ref, owner_ref, finished_at, lead_seconds, coding,
       pickup, review, integration, promotion, rollout, demo)
     select 'd' || ${deployment}, id, ${entityRef(deployment)}, ${ownerRef(
      deployment,
    )}, ${finishedAt(deployment)},
       ${seconds(7_919, 400_000)}, ${seconds(7_919, 300_000)}, ${seconds(
      101,
      20_000,
    )}, ${seconds(211, 30_000)},
       ${seconds(307, 30_000)}, ${seconds(401, 10_000)}, ${seconds(
      503,
      10_000,
    )}, ${no}
     from dora_changes where repository like 'github.com/acme/service-%'`,
  );
  await knex.raw(
    `insert into dora_incidents (id, source, external_id, title, severity, environment, production, opened_at,
       resolved_at, demo)
     ${numbers(INCIDENTS)}
     select 'i' || i, 'alertmanager', 'i' || i, 'Incident ' || i, 'page', 'production', ${yes},
       ${from} + ${big(knex, 'i')} * ${(DAYS * DAY) / INCIDENTS},
       ${from} + ${big(knex, 'i')} * ${(DAYS * DAY) / INCIDENTS} + ${big(
      knex,
      '(i % 100)',
    )} * 60000, ${no}
     from n`,
  );
  await knex.raw(
    `insert into dora_incident_services (incident_id, entity_ref, owner_ref, opened_at)
     ${numbers(INCIDENTS)}
     select 'i' || i, ${entityRef('i')}, ${ownerRef('i')}, ${from} + ${big(
      knex,
      'i',
    )} * ${(DAYS * DAY) / INCIDENTS} from n`,
  );
  await knex.raw(
    `insert into dora_events (source, source_type, external_id, revision, type, at, received_at, subject, entity_ref,
       environment, version, superseded, deployment_id, payload)
     ${numbers(deployments)}
     select 'gitops:benchmark', 'gitops', 'd' || i, 0, 'deployment', ${finishedAt(
       'i',
     )}, ${finishedAt('i')},
       'name:service-' || ${service('i')}, ${entityRef(
      'i',
    )}, 'production', 'v' || (i / ${SERVICES}), ${no},
       'd' || i, '{"type":"deployment","id":"d' || i || '","service":{"by":"name","value":"service-' || ${service(
         'i',
       )} || '"},"environment":"production","version":"v' || (i / ${SERVICES}) || '","finishedAt":"' || ${instant(
      knex,
      finishedAt('i'),
    )} || '","outcome":"success"}'
     from n`,
  );
  await knex.raw(
    `insert into dora_days (day, version)
     ${numbers(DAYS)}
     select ${
       knex.client.config.client === 'pg'
         ? `to_char(to_timestamp((${from} + i::bigint * ${DAY}) / 1000.0) at time zone 'UTC', 'YYYY-MM-DD')`
         : `strftime('%Y-%m-%d', (${from} + i * ${DAY}) / 1000, 'unixepoch')`
     }, 1 from n where true
     on conflict (day) do update set version = dora_days.version + 1`,
  );
  // What autovacuum does; SQLite has no statistics unless somebody asks for them.
  if (knex.client.config.client === 'pg') {
    await knex.raw('vacuum analyze');
  }
}

/** A table n of the numbers from 0. */
function numbers(count: number): string {
  return `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${count})`;
}

/** In RFC 3339, of milliseconds. */
function instant(knex: Knex, ms: string): string {
  return knex.client.config.client === 'pg'
    ? `to_char(to_timestamp((${ms}) / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
    : `strftime('%Y-%m-%dT%H:%M:%SZ', (${ms}) / 1000, 'unixepoch')`;
}

/** PostgreSQL multiplies 32-bit numbers to 32-bit ones. */
function big(knex: Knex, expression: string): string {
  return knex.client.config.client === 'pg'
    ? `cast(${expression} as bigint)`
    : expression;
}
