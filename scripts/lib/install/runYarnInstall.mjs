import { explainFailure } from '../explainFailure.mjs';
import { run } from '../process/run.mjs';
import { yarnProgress } from './yarnProgress.mjs';

const PATIENCE_MS = 30_000;

/**
 * `yarn install --immutable`, as `{ code, output }`. Without a network Yarn
 * tries each of the packages again and again, for many minutes: when fetching
 * takes long, one question to the registry decides whether to give up.
 */
export async function runYarnInstall({ root, env, onProgress }) {
  const giveUp = new AbortController();
  let atWork = 'resolving';
  let unreachable;
  const timer = setTimeout(async () => {
    const answer = await askRegistry({ root, env });
    const stillFetching = !/linking|building/.test(atWork);
    if (answer.code !== 0 && explainFailure(answer.output) && stillFetching) {
      unreachable = answer;
      giveUp.abort();
    }
  }, PATIENCE_MS);
  try {
    const result = await run('yarn', ['install', '--immutable'], {
      cwd: root,
      env: { ...env, YARN_ENABLE_INLINE_BUILDS: 'true' },
      signal: giveUp.signal,
      onOutput: text => {
        const progress = text.split('\n').map(yarnProgress).filter(Boolean);
        if (progress.length) {
          atWork = progress.at(-1);
          onProgress(atWork);
        }
      },
    });
    return unreachable ?? result;
  } finally {
    clearTimeout(timer);
  }
}

function askRegistry({ root, env }) {
  return run('yarn', ['npm', 'info', 'typescript', '--fields', 'name'], {
    cwd: root,
    env: { ...env, YARN_HTTP_RETRY: '0', YARN_HTTP_TIMEOUT: '15000' },
  });
}
