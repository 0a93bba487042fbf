import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ProcessGroup } from '../process/ProcessGroup.mjs';
import { jestSkipped } from './jestSkipped.mjs';
import { jestTally } from './jestTally.mjs';

// The first test of a file pays for loading its modules.
const TEST_TIMEOUT_MS = 30_000;

/** All tests of the packages; a run that leaves no result is one failure. */
export async function runJest({ root, env, resultDirectory }) {
  const file = join(resultDirectory, 'jest.json');
  const group = ProcessGroup.start(
    join(root, 'node_modules/.bin/backstage-cli'),
    [
      'repo',
      'test',
      '--json',
      `--outputFile=${file}`,
      `--testTimeout=${TEST_TIMEOUT_MS}`,
    ],
    { cwd: root, env: { ...env, CI: 'true' }, stdout: 'inherit' },
  );
  const { code } = await group.exited;
  await group.stop();
  if (!existsSync(file)) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  for (const { file: testFile, test } of jestSkipped(result)) {
    console.log(`skipped: ${test} (${relative(root, testFile)})`);
  }
  const tally = jestTally(result);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
