import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../projectRoot.mjs';
import { toolVersions } from './toolVersions.mjs';

test('brings the Yarn that package.json names', () => {
  const file = join(projectRoot, 'package.json');
  const { packageManager } = JSON.parse(readFileSync(file, 'utf8'));
  assert.equal(packageManager, `yarn@${toolVersions.yarn}`);
});
