import { run } from '../process/run.mjs';

const DEFAULT = 'https://registry.npmjs.org/';

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
  return code === 0 && URL.canParse(registry) && registry !== DEFAULT
    ? { YARN_NPM_REGISTRY_SERVER: registry }
    : {};
}
