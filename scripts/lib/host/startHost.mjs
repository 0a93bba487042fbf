import { join } from 'node:path';
import { ProcessGroup } from '../process/ProcessGroup.mjs';
import { UserError } from '../UserError.mjs';
import { waitForHost } from './waitForHost.mjs';
import { watchBackend } from './watchBackend.mjs';

/**
 * Starts app and backend with Backstage's own development server and resolves
 * once the portal is of use, with a promise that rejects when it ends.
 */
export async function startHost({ root, env, args, config }) {
  const group = ProcessGroup.start(
    join(root, 'node_modules/.bin/backstage-cli'),
    ['repo', 'start', ...args],
    // The CLI would open a browser before anyone can sign in.
    { cwd: root, env: { BROWSER: 'none', ...env }, stdout: 'inherit' },
  );
  const ended = group.exited.then(({ code, signal }) => {
    throw new UserError(`The portal ended (${signal ?? `exit code ${code}`}).`);
  });
  const started = new AbortController();
  try {
    await Promise.race([
      waitForHost(config, { signal: started.signal }),
      watchBackend(group.id, { signal: started.signal }),
      ended,
    ]);
  } finally {
    started.abort();
  }
  return { ended };
}
