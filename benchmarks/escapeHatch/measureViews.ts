import { Durations } from '../support/Durations';
import type { Figure } from '../support/Figure';
import { PortalUser } from '../support/PortalUser';
import { range } from '../support/range';
import { SERVICES, serviceRef, TEAMS, teamRef } from './portal';
import type { EscapeHatchBackend } from './startEscapeHatchBackend';

const WARM_UP = 10;
const LOOKS = 100;

/** Inboxes and lists, each as the first page of 50 unless it says otherwise. */
export async function* measureViews(
  backend: EscapeHatchBackend,
): AsyncGenerator<Figure> {
  const admin = await PortalUser.signIn(backend.url, 'platform-lead');
  const member = await PortalUser.signIn(backend.url, 'member-7');
  const views: {
    name: string;
    user: PortalUser;
    path: (index: number) => string;
  }[] = [
    { name: 'inbox of an admin', user: admin, path: () => '/inbox' },
    { name: 'inbox of a team', user: member, path: () => '/inbox' },
    { name: 'all requests', user: member, path: () => '/requests' },
    {
      name: 'requests of a service',
      user: member,
      path: index => `/requests?entityRef=${serviceRef(index % SERVICES)}`,
    },
    {
      name: 'requests of a team, soonest end first',
      user: member,
      path: index =>
        `/requests?owner=${teamRef(
          index % TEAMS,
        )}&phase=submitted,active&order=expiry`,
    },
    {
      name: 'active requests of a rule',
      user: member,
      path: () => '/requests?rule=probes&phase=active',
    },
    {
      name: 'submitted requests',
      user: member,
      path: () => '/requests?status=submitted',
    },
    {
      name: 'requests of a person',
      user: member,
      path: index => `/requests?requester=user:default/member-${index % TEAMS}`,
    },
  ];
  for (const { name, user, path } of views) {
    const look = (index: number) =>
      user.get<{ items: unknown[] }>(`/api/escape-hatch/v1${path(index)}`);
    yield await measure({ backend, name, look });
  }
  yield await measureNextPages(backend, admin);
}

/** The inbox, page by page. */
async function measureNextPages(
  backend: EscapeHatchBackend,
  user: PortalUser,
): Promise<Figure> {
  let cursor: string | undefined;
  const look = async () => {
    const page = await user.get<{ items: unknown[]; nextCursor?: string }>(
      `/api/escape-hatch/v1/inbox${cursor ? `?cursor=${cursor}` : ''}`,
    );
    cursor = page.body.nextCursor;
    return page;
  };
  return measure({ backend, name: 'further pages of that inbox', look });
}

async function measure(options: {
  backend: EscapeHatchBackend;
  name: string;
  look: (
    index: number,
  ) => Promise<{ body: { items: unknown[] }; milliseconds: number }>;
}): Promise<Figure> {
  const { backend, name, look } = options;
  for (const index of range(WARM_UP)) {
    await look(index);
  }
  backend.requests.take();
  const before = process.cpuUsage();
  const times: number[] = [];
  let items = 0;
  for (const index of range(LOOKS)) {
    const { body, milliseconds } = await look(index);
    times.push(milliseconds);
    items += body.items.length;
  }
  const cpu = process.cpuUsage(before);
  const served = backend.requests.take();
  const share = (plugin: string) =>
    ((served.get(plugin) ?? 0) / LOOKS).toFixed(0);
  const durations = new Durations(times);
  return {
    name: `${name}, p95`,
    measured: durations.percentile(0.95),
    unit: 'ms',
    limit: 100,
    atMost: true,
    detail: `${durations.describe()}; CPU ${(
      (cpu.user + cpu.system) /
      1_000 /
      LOOKS
    ).toFixed(0)}; catalog ${share('catalog')}, permission ${share(
      'permission',
    )}; ${(items / LOOKS).toFixed(0)} items`,
  };
}
