import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.mjs';
import { runPhase } from '../runPhase.mjs';
import { nodeTestTally } from './nodeTestTally.mjs';

/** The tests of these scripts, with Node's own runner. */
export async function runNodeTests({ root, env, nodeBinary, resultDirectory }) {
  const tap = join(resultDirectory, 'scripts.tap');
  const scripts = join(root, 'scripts');
  const files = readdirSync(scripts, { recursive: true })
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(scripts, name));
  const { code, output } = await runPhase('Tests of the scripts', () =>
    run(
      nodeBinary,
      [
        '--test',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${tap}`,
        ...files,
      ],
      { cwd: root, env },
    ),
  );
  const tally = nodeTestTally(readFileSync(tap, 'utf8'));
  if (code !== 0) {
    console.log(output);
  }
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
