import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCommandLines } from './groupCommandLines.mjs';
import { ProcessGroup } from './ProcessGroup.mjs';

/** Starts a shell with a child of its own, both of which ignore `signals`. */
async function startFamily({ ignoring = [] } = {}) {
  const trap = ignoring.length ? `trap '' ${ignoring.join(' ')};` : '';
  let ready;
  const started = new Promise(resolve => {
    ready = resolve;
  });
  const group = ProcessGroup.start(
    'sh',
    ['-c', `${trap} sleep 60 & echo ready; wait`],
    { onOutput: ready },
  );
  await started;
  return group;
}

test('stops what the command started, too', async () => {
  const group = await startFamily();
  assert.equal(groupCommandLines(group.id).length, 2);
  await group.stop();
  assert.deepEqual(groupCommandLines(group.id), []);
  assert.equal((await group.exited).signal, 'SIGTERM');
});

test('kills what ignores the request, after the grace', async () => {
  const group = await startFamily({ ignoring: ['TERM'] });
  const began = Date.now();
  await group.stop({ graceMs: 300 });
  assert.ok(Date.now() - began >= 300);
  assert.deepEqual(groupCommandLines(group.id), []);
  assert.equal((await group.exited).signal, 'SIGKILL');
});

test('stops what a command left behind when it ended', async () => {
  const group = ProcessGroup.start('sh', ['-c', 'sleep 60 >/dev/null 2>&1 &'], {
    onOutput: () => {},
  });
  await group.exited;
  assert.equal(groupCommandLines(group.id).length, 1);
  await group.stop();
  assert.deepEqual(groupCommandLines(group.id), []);
});

test('says that a command does not exist', async () => {
  const group = ProcessGroup.start('no-such-command-here', []);
  await assert.rejects(group.exited, { code: 'ENOENT' });
  await group.stop();
});
