import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dependencyFingerprint } from './dependencyFingerprint.mjs';

function project() {
  const root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(root, 'plugins/a'), { recursive: true });
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    'plugins/a/package.json',
  ]) {
    writeFileSync(join(root, file), '{}');
  }
  return root;
}

test('is the same for the same files elsewhere', () => {
  const root = project();
  const copy = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  cpSync(root, copy, { recursive: true });
  assert.equal(dependencyFingerprint(copy), dependencyFingerprint(root));
});

const changes = {
  'the lockfile': 'yarn.lock',
  "Yarn's settings": '.yarnrc.yml',
  'the root package.json': 'package.json',
  "a workspace's package.json": 'plugins/a/package.json',
};
for (const [name, file] of Object.entries(changes)) {
  test(`changes with ${name}`, () => {
    const root = project();
    const before = dependencyFingerprint(root);
    writeFileSync(join(root, file), '{"a":1}');
    assert.notEqual(dependencyFingerprint(root), before);
  });
}

test('changes with a new workspace, not with other files', () => {
  const root = project();
  const before = dependencyFingerprint(root);
  mkdirSync(join(root, 'packages/b'), { recursive: true });
  writeFileSync(join(root, 'packages/b/README.md'), 'x');
  assert.equal(dependencyFingerprint(root), before);
  writeFileSync(join(root, 'packages/b/package.json'), '{}');
  assert.notEqual(dependencyFingerprint(root), before);
});
