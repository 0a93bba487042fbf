import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yarnProgress } from './yarnProgress.mjs';

const cases = [
  ['➤ YN0000: ┌ Fetch step', 'fetching packages'],
  ['➤ YN0000: ┌ Link step', 'linking packages'],
  ['➤ YN0000: ┌ Resolution step', undefined],
  [
    '➤ YN0007: │ better-sqlite3@npm:12.11.1 must be built because it never has been before or the last one failed',
    'building native addons',
  ],
  ['➤ YN0000: · Done in 1s 2ms', undefined],
];
for (const [line, expected] of cases) {
  test(`takes '${line}' for ${expected}`, () => {
    assert.equal(yarnProgress(line), expected);
  });
}
