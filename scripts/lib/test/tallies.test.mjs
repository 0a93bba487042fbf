import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jestSkipped } from './jestSkipped.mjs';
import { jestTally } from './jestTally.mjs';
import { nodeTestTally } from './nodeTestTally.mjs';
import { playwrightTally } from './playwrightTally.mjs';
import { formatTally } from './formatTally.mjs';
import { sumTallies } from './sumTallies.mjs';

test('adds counts up', () => {
  const total = sumTallies([
    { passed: 3, failed: 0, skipped: 1 },
    { passed: 1, failed: 2, skipped: 0 },
  ]);
  assert.equal(formatTally(total), '4 passed, 2 failed, 1 skipped');
});

test("reads Jest's result", () => {
  const result = {
    numPassedTests: 5,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      {
        name: '/r/a.test.ts',
        assertionResults: [
          { status: 'passed', fullName: 'a one' },
          { status: 'pending', fullName: 'a two' },
          { status: 'todo', fullName: 'a three' },
        ],
      },
    ],
  };
  assert.deepEqual(jestTally(result), { passed: 5, failed: 2, skipped: 3 });
  assert.deepEqual(jestSkipped(result), [
    { file: '/r/a.test.ts', test: 'a two' },
    { file: '/r/a.test.ts', test: 'a three' },
  ]);
});

test("reads the end of Node's TAP output", () => {
  const tap = [
    'ok 1 - # pass 99',
    '1..6',
    '# tests 9',
    '# suites 0',
    '# pass 3',
    '# fail 1',
    '# cancelled 2',
    '# skipped 1',
    '# todo 2',
    '# duration_ms 12.5',
    '',
  ].join('\n');
  assert.deepEqual(nodeTestTally(tap), { passed: 3, failed: 3, skipped: 3 });
});

test("reads Playwright's result, a flaky test counts as failed", () => {
  assert.deepEqual(
    playwrightTally({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'a file does not load' }],
    }),
    { passed: 4, failed: 3, skipped: 2 },
  );
});
