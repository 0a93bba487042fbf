import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { configArguments } from './configArguments.mjs';

const folder = mkdtempSync(join(tmpdir(), 'config-arguments-'));
writeFileSync(join(folder, 'a.yaml'), '');
writeFileSync(join(folder, 'b=c.yaml'), '');

const cases = [
  { args: [], expected: [] },
  {
    args: ['--config', 'a.yaml', '--config', './b=c.yaml'],
    expected: [
      '--config',
      join(folder, 'a.yaml'),
      '--config',
      join(folder, 'b=c.yaml'),
    ],
  },
  {
    args: ['--config=b=c.yaml', '--inspect'],
    expected: ['--config', join(folder, 'b=c.yaml'), '--inspect'],
  },
  {
    args: ['--config', join(folder, 'a.yaml')],
    expected: ['--config', join(folder, 'a.yaml')],
  },
  {
    args: ['--config', 'https://example.org/x.yaml'],
    expected: ['--config', 'https://example.org/x.yaml'],
  },
];

for (const { args, expected } of cases) {
  test(`reads '${args.join(' ')}'`, () => {
    assert.deepEqual(configArguments(args, folder), expected);
  });
}

test('names a file that is not there', () => {
  assert.throws(() => configArguments(['--config', 'no.yaml'], folder), {
    name: 'UserError',
    message: `No configuration file found at ${join(
      folder,
      'no.yaml',
    )} (--config).`,
  });
});

test('wants a file name', () => {
  for (const args of [['--config'], ['--config=']]) {
    assert.throws(() => configArguments(args, folder), {
      message: '--config needs the name of a file.',
    });
  }
});
