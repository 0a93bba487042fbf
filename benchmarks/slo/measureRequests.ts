import type { Knex } from 'knex';
import { Durations } from '../support/Durations';
import type { PortalUser } from '../support/PortalUser';
import type { CountingProxy } from './CountingProxy';
import type { SloBackend } from './startSloBackend';

const WARM_UP = 50;
const REQUESTS = 300;

/** What many requests to one route took. */
export interface MeasuredRequests {
  /** From the request to the whole answer, as the user sees it. */
  whole: Durations;
  /** Of that, in calls to the catalog, which asks the permission backend in turn. */
  catalog: Durations;
  /** Without the catalog. */
  own: Durations;
  /** Of a core that this process was busy, backend and client; in milliseconds, on average. */
  cpu: number;
  /** Of the plugin, by any one request at most. */
  statements: number;
  /** Those of them that read tiles. */
  tileStatements: number;
  /** Of all requests together. */
  prometheusCalls: number;
}

/** Sends requests one after another, each for another path, after some to warm up. */
export async function measureRequests(options: {
  backend: SloBackend;
  user: PortalUser;
  proxy: CountingProxy;
  paths: string[];
}): Promise<MeasuredRequests> {
  const { backend, user, proxy, paths } = options;
  const path = (index: number) => `/api/slo/v1${paths[index % paths.length]}`;
  for (let index = 0; index < WARM_UP; index++) {
    await user.get(path(index));
  }

  const callsBefore = proxy.calls;
  const counter = countStatements(backend.plugin.knex);
  const times: { whole: number; catalog: number }[] = [];
  let statements = 0;
  let tileStatements = 0;
  backend.requests.take();
  const cpuBefore = process.cpuUsage();
  for (let index = 0; index < REQUESTS; index++) {
    const { milliseconds } = await user.get(path(WARM_UP + index));
    const catalog = backend.requests.take().get('catalog') ?? 0;
    times.push({ whole: milliseconds, catalog });
    const sql = counter.take();
    statements = Math.max(statements, sql.length);
    tileStatements = Math.max(
      tileStatements,
      sql.filter(text => text.includes('slo_tiles')).length,
    );
  }
  const { user: inUser, system } = process.cpuUsage(cpuBefore);
  counter.stop();
  return {
    cpu: (inUser + system) / 1_000 / REQUESTS,
    whole: new Durations(times.map(({ whole }) => whole)),
    catalog: new Durations(times.map(({ catalog }) => catalog)),
    own: new Durations(times.map(({ whole, catalog }) => whole - catalog)),
    statements,
    tileStatements,
    prometheusCalls: proxy.calls - callsBefore,
  };
}

/** The plugin's scheduler and its connection pool also send some, at any time; those name none of its tables. */
const OWN_TABLES = /"slos"|"slo_/;

function countStatements(knex: Knex) {
  let sent: string[] = [];
  const note = ({ sql }: { sql: string }) => {
    if (OWN_TABLES.test(sql)) {
      sent.push(sql);
    }
  };
  knex.on('query', note);
  return {
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
    stop: () => knex.removeListener('query', note),
  };
}
