import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { stateDirectory } from './stateDirectory.mjs';

const temporary = t => {
  const directory = mkdtempSync(join(tmpdir(), 'state-directory-'));
  t.after(() => rmSync(directory, { recursive: true }));
  return directory;
};

test('makes .demo in the project, or what the variable names', t => {
  const root = temporary(t);
  assert.equal(stateDirectory({ root, env: {} }), join(root, '.demo'));
  assert.ok(existsSync(join(root, '.demo/db')));

  const env = { GOLDEN_PATH_STATE_DIR: 'elsewhere' };
  assert.equal(stateDirectory({ root, env }), join(root, 'elsewhere'));
  assert.ok(existsSync(join(root, 'elsewhere/db')));
});

test('says in one sentence that the disk is full', t => {
  const root = temporary(t);
  // No disk has so much room.
  assert.throws(() => stateDirectory({ root, env: {}, neededBytes: 2 ** 70 }), {
    name: 'UserError',
    message:
      /^The disk is full: the state of the portal needs \d+ MB in .*\.demo; free some space and run the command again\.$/,
  });
});

test('names a folder that cannot be used', t => {
  const root = temporary(t);
  writeFileSync(join(root, '.demo'), '');
  assert.throws(() => stateDirectory({ root, env: {} }), {
    name: 'UserError',
    message: /^The state of the portal cannot be kept in .*\.demo: /,
  });
});
