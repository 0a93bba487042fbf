import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toolchainEnvironment } from './toolchainEnvironment.mjs';

const toolchain = { path: '/cache/.bin', nodeHome: '/cache/node' };

test('puts the toolchain first on the path', () => {
  assert.deepEqual(toolchainEnvironment(toolchain, { PATH: '/bin', A: '1' }), {
    A: '1',
    PATH: '/cache/.bin:/bin',
    npm_config_nodedir: '/cache/node',
  });
});

test("does not let the machine's nodedir win, however it is spelled", () => {
  const env = {
    PATH: '/bin',
    npm_config_nodedir: '/usr',
    NPM_CONFIG_NODEDIR: '/usr',
    npm_package_config_node_gyp_nodedir: '/usr',
  };
  assert.deepEqual(toolchainEnvironment(toolchain, env), {
    PATH: '/cache/.bin:/bin',
    npm_config_nodedir: '/cache/node',
  });
});
