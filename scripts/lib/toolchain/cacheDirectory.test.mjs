import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheDirectory } from './cacheDirectory.mjs';

test('follows XDG_CACHE_HOME', () => {
  assert.equal(cacheDirectory({ XDG_CACHE_HOME: '/c' }), '/c/golden-path');
});

test('uses ~/.cache where the variable is missing, empty or relative', () => {
  const expected = join(homedir(), '.cache/golden-path');
  assert.equal(cacheDirectory({}), expected);
  assert.equal(cacheDirectory({ XDG_CACHE_HOME: '' }), expected);
  assert.equal(cacheDirectory({ XDG_CACHE_HOME: 'c' }), expected);
});
