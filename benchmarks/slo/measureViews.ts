import type { SloHistory } from '@golden-path/backstage-plugin-slo-common';
import { sloId } from '../../plugins/slo-backend/src/slos/sloId';
import type { Figure } from '../support/Figure';
import type { PortalUser } from '../support/PortalUser';
import type { CountingProxy } from './CountingProxy';
import { type MeasuredRequests, measureRequests } from './measureRequests';
import { serviceNames } from './services';
import type { SloBackend } from './startSloBackend';

const DAY = 86_400;
const MAX_POINTS = 720;

/** What people look at: the card, the list and the burn-down. */
export async function* measureViews(options: {
  backend: SloBackend;
  user: PortalUser;
  proxy: CountingProxy;
}): AsyncGenerator<Figure> {
  const { user } = options;
  const card = await measureRequests({
    ...options,
    paths: serviceNames().map(
      name => `/entities/component/default/${name}/budget`,
    ),
  });
  yield {
    name: 'card, p95',
    measured: card.whole.percentile(0.95),
    unit: 'ms',
    limit: 50,
    detail: `${describe(card)}; with the catalog's ${card.catalog.describe()}`,
  };

  const list = await measureRequests({ ...options, paths: ['/slos?limit=50'] });
  yield {
    name: 'list of 50, p95',
    measured: list.whole.percentile(0.95),
    unit: 'ms',
    limit: 200,
    detail: describe(list),
  };
  yield {
    name: "list of 50: the catalog's share, p95",
    measured: list.catalog.percentile(0.95),
    unit: 'ms',
    detail: `${list.catalog.describe()}; the rest ${list.own.describe()}`,
  };
  yield {
    name: 'list of 50',
    measured: list.statements,
    unit: 'statements',
    limit: 2,
    atMost: true,
  };

  const paths = historyPaths();
  const history = await measureRequests({ ...options, paths });
  yield {
    name: `history of ${MAX_POINTS} points over 90 days, p95`,
    measured: history.whole.percentile(0.95),
    unit: 'ms',
    detail: describe(history),
  };
  yield {
    name: 'history: statements that read tiles',
    measured: history.tileStatements,
    unit: 'statements',
    limit: 1,
    atMost: true,
    detail: `${history.statements} in all, with those of definition and marks`,
  };
  yield await mostPoints(user, paths[0]);
  yield {
    name: 'Prometheus queries of these views',
    measured:
      card.prometheusCalls + list.prometheusCalls + history.prometheusCalls,
    unit: 'calls',
    limit: 0,
    atMost: true,
  };
}

function describe({ whole, cpu }: MeasuredRequests): string {
  return `${whole.describe()} (CPU ${cpu.toFixed(1)})`;
}

/** Rolling over 60 days reads the 30 days before them, too. */
function historyPaths(): string[] {
  const from = new Date(Date.now() - 60 * DAY * 1_000).toISOString();
  const query = new URLSearchParams({
    from,
    points: String(MAX_POINTS),
    mode: 'rolling',
  });
  return serviceNames().map(
    name =>
      `/slos/${sloId(
        `component:default/${name}`,
        'availability',
      )}/history?${query}`,
  );
}

/** More points than the greatest number have to be refused. */
async function mostPoints(user: PortalUser, path: string): Promise<Figure> {
  const { body } = await user.get<SloHistory>(`/api/slo/v1${path}`);
  const more = path.replace(`points=${MAX_POINTS}`, `points=${MAX_POINTS + 1}`);
  const { status } = await user.getAny(`/api/slo/v1${more}`);
  return {
    name: 'history: points at most',
    measured: status === 400 ? body.points.length : Infinity,
    unit: 'points',
    limit: MAX_POINTS,
    atMost: true,
    detail: `${MAX_POINTS + 1} are answered by ${status}`,
  };
}
