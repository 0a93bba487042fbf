import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from './explainFailure.mjs';

const cases = [
  {
    name: 'a full disk, from npm',
    output:
      'npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write',
    says: /^The disk is full/,
  },
  {
    name: 'a full disk while an addon is compiled',
    output:
      "fatal error: error writing to cc.s: No space left on device\n➤ YN0009: │ better-sqlite3@npm:12.11.1 couldn't be built successfully (exit code 1)",
    says: /^The disk is full/,
  },
  {
    name: 'a disk quota',
    output: 'Internal Error: EDQUOT: disk quota exceeded, write',
    says: /^The disk quota is used up/,
  },
  {
    name: 'a lockfile that is behind',
    output:
      '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
    says: /^yarn\.lock does not match/,
  },
  {
    name: 'no network, from npm',
    output: 'npm error code ENOTFOUND\nnpm error errno ENOTFOUND',
    says: /^The package registry does not answer \(ENOTFOUND\)/,
  },
  {
    name: 'no network, from Yarn',
    output:
      '➤ YN0001: │ RequestError: getaddrinfo EAI_AGAIN registry.example.org',
    says: /^The package registry does not answer \(EAI_AGAIN\)/,
  },
  {
    name: 'an addon that could not be built, although its download failed first',
    output:
      "prebuild-install warn install getaddrinfo ENOTFOUND github.example.org\ngyp ERR! find Python\n➤ YN0009: │ better-sqlite3@npm:12.11.1 couldn't be built successfully (exit code 1, logs can be found here: /x)",
    missingTools: ['python3', 'g++'],
    says: /native addon better-sqlite3, and compiling needs python3, g\+\+, which this machine lacks/,
  },
];

for (const { name, output, missingTools, says } of cases) {
  test(`explains ${name}`, () => {
    assert.match(explainFailure(output, { missingTools }), says);
  });
}

test('leaves an unknown failure unexplained', () => {
  assert.equal(explainFailure('TypeError: x is not a function'), undefined);
});
