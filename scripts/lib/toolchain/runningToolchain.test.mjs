import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runningToolchain } from './runningToolchain.mjs';

function nodeInstallation({ headers }) {
  const nodeHome = mkdtempSync(join(tmpdir(), 'running-toolchain-'));
  mkdirSync(join(nodeHome, 'bin'));
  for (const name of ['node', 'yarn']) {
    writeFileSync(join(nodeHome, 'bin', name), '');
    chmodSync(join(nodeHome, 'bin', name), 0o755);
  }
  if (headers) {
    mkdirSync(join(nodeHome, 'include/node'), { recursive: true });
    writeFileSync(join(nodeHome, 'include/node/node.h'), '');
  }
  return nodeHome;
}

function toolchainOf(nodeHome, { version, agent }) {
  return runningToolchain({
    version,
    execPath: join(nodeHome, 'bin/node'),
    env: { PATH: join(nodeHome, 'bin'), npm_config_user_agent: agent },
  });
}

test('uses the Node.js 22 and Yarn 4 that are there', () => {
  const nodeHome = nodeInstallation({ headers: true });
  assert.deepEqual(
    toolchainOf(nodeHome, { version: '22.1.0', agent: 'yarn/4.13.0 npm/?' }),
    {
      nodeHome,
      nodeBinary: join(nodeHome, 'bin/node'),
      path: join(nodeHome, 'bin'),
    },
  );
});

const unsuitable = [
  { why: 'Node.js 24', version: '24.19.0', agent: 'yarn/4.13.0' },
  { why: 'npm', version: '22.1.0', agent: 'npm/11.0.0 node/v22.1.0' },
  { why: 'Yarn 1', version: '22.1.0', agent: 'yarn/1.22.22' },
  { why: 'no package manager', version: '22.1.0', agent: undefined },
];
for (const { why, ...options } of unsuitable) {
  test(`does not use ${why}`, () => {
    const nodeHome = nodeInstallation({ headers: true });
    assert.equal(toolchainOf(nodeHome, options), undefined);
  });
}

test('does not use a Node.js without headers', () => {
  const nodeHome = nodeInstallation({ headers: false });
  assert.equal(
    toolchainOf(nodeHome, { version: '22.1.0', agent: 'yarn/4.13.0' }),
    undefined,
  );
});
