import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { serve } from '../src/serve.js';

/** The service with a route that takes as many seconds as its path says, as a process to be stopped. */
const app = createApp();
app.http.get<{ Params: { seconds: string } }>(
  '/slow/:seconds',
  async ({ params }) => {
    await wait(Number(params.seconds) * 1000);
    return 'done';
  },
);
await serve(app, { port: 0, shutdownDelaySeconds: 1 });
process.stdout.write(`${app.http.listeningOrigin}\n`);
