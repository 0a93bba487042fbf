import { Durations } from '../support/Durations';
import type { Figure } from '../support/Figure';
import type { PortalUser } from '../support/PortalUser';
import { range } from '../support/range';
import { SERVICES, serviceRef, TEAMS, teamRef } from './services';
import type { DoraBackend } from './startDoraBackend';

const WARM_UP = 10;
const PAGES = 100;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** What the frontend asks for at first: the last four whole weeks. */
function fourWeeks(): string {
  // 5 January 1970 was a Monday.
  const monday = 4 * DAY;
  const to = Date.now() - ((Date.now() - monday) % WEEK);
  const instant = (ms: number) => new Date(ms).toISOString();
  return `&from=${instant(to - 4 * WEEK)}&to=${instant(to)}`;
}

/** Pages of the frontend: three requests at once; a page is there when all are answered. */
export async function* measurePages(options: {
  backend: DoraBackend;
  user: PortalUser;
  allowance: number;
}): AsyncGenerator<Figure> {
  const { user, backend, allowance } = options;
  const kinds = [
    { name: 'organisation page', limit: 300, scopes: ['all'] },
    {
      name: 'page of the top group',
      limit: 300,
      scopes: ['group:default/engineering'],
    },
    { name: 'team page', limit: 100, scopes: range(TEAMS).map(teamRef) },
    {
      name: 'organisation page, 30 days to the minute',
      limit: 300,
      scopes: ['all'],
      period: '',
    },
    {
      name: 'component page',
      limit: 50,
      scopes: range(SERVICES).map(serviceRef),
    },
  ];
  for (const { name, limit, scopes, period = fourWeeks() } of kinds) {
    const look = (index: number) =>
      lookAt(user, scopes[(index * 7) % scopes.length], period);
    for (const index of range(WARM_UP)) {
      await look(index);
    }
    backend.requests.take();
    const pages: Awaited<ReturnType<typeof look>>[] = [];
    for (const index of range(PAGES)) {
      pages.push(await look(index));
    }
    const catalog = (backend.requests.take().get('catalog') ?? 0) / PAGES;
    const whole = new Durations(pages.map(page => page.whole));
    const parts = ['metrics', 'deployments', 'data-quality'] as const;
    yield {
      name: `${name}, p95`,
      measured: whole.percentile(0.95),
      unit: 'ms',
      limit: limit * allowance,
      atMost: true,
      detail: `${whole.describe()}; ${parts
        .map(
          part =>
            `${part} ${new Durations(pages.map(page => page[part]))
              .percentile(0.5)
              .toFixed(0)}`,
        )
        .join(', ')}; catalog ${catalog.toFixed(0)}`,
    };
  }
}

async function lookAt(user: PortalUser, scope: string, period: string) {
  const query = `scope=${encodeURIComponent(scope)}${period}`;
  const started = performance.now();
  const [metrics, deployments, quality] = await Promise.all([
    user.get<{ deploymentFrequency: { n: number } }>(
      `/api/dora/v1/metrics?${query}`,
    ),
    user.get(
      `/api/dora/v1/deployments?${query}&environment=production&limit=10`,
    ),
    user.get(`/api/dora/v1/data-quality?${query}`),
  ]);
  if (metrics.body.deploymentFrequency.n === 0) {
    throw new Error(`Expected deployments of '${scope}', got none`);
  }
  return {
    whole: performance.now() - started,
    metrics: metrics.milliseconds,
    deployments: deployments.milliseconds,
    'data-quality': quality.milliseconds,
  };
}
