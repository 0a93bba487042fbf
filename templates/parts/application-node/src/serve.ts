import { setTimeout as wait } from 'node:timers/promises';
import type { App } from './app.js';
import type { Settings } from './settings.js';

/** How long requests that are under way may take once no new ones are accepted. */
const DRAIN_SECONDS = 5;

/** Serves until SIGTERM or SIGINT, then stops without dropping a request. A second signal ends the process at once. */
export async function serve({ http, readiness }: App, settings: Settings) {
  const stop = async (signal: string) => {
    http.log.info({ signal }, 'stopping: not ready any more');
    readiness.end();
    // Load balancers learn of it only after a while; until then they send requests, which are answered.
    await wait(settings.shutdownDelaySeconds * 1000);

    const deadline = setTimeout(() => {
      http.log.error(`requests took longer than ${DRAIN_SECONDS} s: dropped`);
      process.exit(1);
    }, DRAIN_SECONDS * 1000);
    await http.close();
    clearTimeout(deadline);
    http.log.info('stopped');
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await http.listen({ host: '0.0.0.0', port: settings.port });
}
