import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot as root } from './projectRoot.mjs';
import { runMain } from './runMain.mjs';
import { runPhase } from './runPhase.mjs';
import { setUp } from './setUp.mjs';
import { checks } from './test/checks.mjs';
import { missingTestTools } from './test/missingTestTools.mjs';
import { runCheck } from './test/runCheck.mjs';
import { runJest } from './test/runJest.mjs';
import { runNodeTests } from './test/runNodeTests.mjs';
import { startPostgres } from './test/startPostgres.mjs';
import { formatTally, sumTallies } from './test/tally.mjs';

/** `npm test`: every check, then every test, on both databases. */
export function testCommand() {
  return runMain(async () => {
    const { env, nodeBinary } = await setUp();
    const resultDirectory = mkdtempSync(join(tmpdir(), 'golden-path-test-'));
    try {
      const tallies = [];
      for (const check of checks) {
        tallies.push(await runCheck(check, { root, env }));
      }
      tallies.push(
        await runNodeTests({ root, env, nodeBinary, resultDirectory }),
        await runPackageTests({ env, nodeBinary, resultDirectory }),
      );
      for (const { tests, missing } of missingTestTools()) {
        const verb = missing.length === 1 ? 'is' : 'are';
        console.log(
          `skipped: ${tests}, because ${missing.join(
            ' and ',
          )} ${verb} not on the PATH`,
        );
      }
      const total = sumTallies(tallies);
      console.log(formatTally(total));
      return total.failed === 0 ? 0 : 1;
    } finally {
      rmSync(resultDirectory, { recursive: true, force: true });
    }
  });
}

async function runPackageTests({ env, nodeBinary, resultDirectory }) {
  const postgres = await runPhase('Start PostgreSQL', () =>
    startPostgres({ root, env, nodeBinary }),
  );
  try {
    return await runJest({
      root,
      resultDirectory,
      env: {
        ...env,
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
          postgres.connectionString,
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      },
    });
  } finally {
    await postgres.stop();
  }
}
