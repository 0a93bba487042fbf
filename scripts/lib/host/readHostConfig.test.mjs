import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readHostConfig } from './readHostConfig.mjs';

const root = mkdtempSync(join(tmpdir(), 'host-config-'));
const write = (name, text) => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};
const base = `
app: { baseUrl: http://localhost:3000 }
backend: { baseUrl: http://localhost:7007, listen: { host: 127.0.0.1, port: 7007 } }
auth: { providers: { demo: {} } }
`;
write('app-config.yaml', base);

test('reads the default file', async () => {
  assert.deepEqual(await readHostConfig({ root, args: [], env: {} }), {
    appUrl: 'http://localhost:3000',
    appPort: 3000,
    backendUrl: 'http://localhost:7007',
    backendPort: 7007,
    demoSignIn: true,
  });
});

test('reads further files and variables, the last one wins', async () => {
  const other = write(
    'other.yaml',
    `
app: { baseUrl: https://portal.example.org, listen: { port: 3100 } }
backend: { baseUrl: https://portal.example.org, listen: ':7200' }
auth: { providers: { demo: null } }
`,
  );
  const args = ['--config', join(root, 'app-config.yaml'), '--config', other];
  const env = { APP_CONFIG_app_listen_port: '3200' };
  assert.deepEqual(await readHostConfig({ root, args, env }), {
    appUrl: 'https://portal.example.org',
    appPort: 3200,
    backendUrl: 'https://portal.example.org',
    backendPort: 7200,
    demoSignIn: false,
  });
});

test('says in one sentence that the configuration cannot be read', async () => {
  const broken = write('broken.yaml', 'app: [');
  await assert.rejects(
    readHostConfig({ root, args: ['--config', broken], env: {} }),
    { name: 'UserError', message: /^The configuration cannot be read: / },
  );
});
