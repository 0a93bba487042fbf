import { projectRoot as root } from './projectRoot.mjs';
import { runMain } from './runMain.mjs';
import { runPhase } from './runPhase.mjs';
import { setUp } from './setUp.mjs';
import { temporaryDirectory } from './temporaryDirectory.mjs';
import { checks } from './test/checks.mjs';
import { missingTestTools } from './test/missingTestTools.mjs';
import { runCheck } from './test/runCheck.mjs';
import { runJest } from './test/runJest.mjs';
import { runNodeTests } from './test/runNodeTests.mjs';
import { startPostgres } from './test/startPostgres.mjs';
import { formatTally } from './test/formatTally.mjs';
import { sumTallies } from './test/sumTallies.mjs';
import { UserError } from './UserError.mjs';

/** `npm test`: every check, then every test, on both databases. */
export function testCommand() {
  return runMain(async () => {
    const { env, nodeBinary } = await setUp();
    const context = {
      root,
      env,
      nodeBinary,
      resultDirectory: temporaryDirectory('test'),
    };
    const tallies = [];
    for (const check of checks) {
      tallies.push(await runCheck(check, context));
    }
    tallies.push(await runNodeTests(context), await runPackageTests(context));

    for (const { tests, missing } of missingTestTools()) {
      console.log(
        `skipped: ${tests}, because not on the PATH: ${missing.join(', ')}`,
      );
    }
    const total = sumTallies(tallies);
    console.log(formatTally(total));
    return total.failed === 0 ? 0 : 1;
  });
}

async function runPackageTests(context) {
  let postgres;
  try {
    postgres = await runPhase('Start PostgreSQL', () => startPostgres(context));
    return await runJest({
      ...context,
      env: {
        ...context.env,
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
          postgres.connectionString,
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      },
    });
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }
    console.log(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await postgres?.stop();
  }
}
