import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../src/settings.js';

test('has a value for everything', () => {
  assert.deepEqual(readSettings({}), { port: 8080, shutdownDelaySeconds: 3 });
  assert.deepEqual(readSettings({ PORT: '' }), readSettings({}));
});

test('takes the values of the environment', () => {
  assert.deepEqual(readSettings({ PORT: '81', SHUTDOWN_DELAY_SECONDS: '0' }), {
    port: 81,
    shutdownDelaySeconds: 0,
  });
});

for (const [name, value] of [
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['SHUTDOWN_DELAY_SECONDS', '5'],
  ['SHUTDOWN_DELAY_SECONDS', '-1'],
  ['SHUTDOWN_DELAY_SECONDS', '1e0'],
] as const) {
  test(`refuses ${name}=${value}`, () => {
    assert.throws(
      () => readSettings({ [name]: value }),
      new RegExp(`${name}.*'${value}'`),
    );
  });
}
