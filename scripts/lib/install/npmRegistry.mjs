import { run } from '../process/run.mjs';

/**
 * The machine's npm may be set to a mirror; Yarn has settings of its own and
 * gets npm's only where it has none.
 */
export async function npmRegistry({ env, cwd }) {
  if (env.YARN_NPM_REGISTRY_SERVER) {
    return {};
  }
  const { code, output } = await run('npm', ['config', 'get', 'registry'], {
    env: { ...env, npm_config_loglevel: 'silent' },
    cwd,
  });
  const registry = output.trim();
  return code === 0 && URL.canParse(registry)
    ? { YARN_NPM_REGISTRY_SERVER: registry }
    : {};
}
