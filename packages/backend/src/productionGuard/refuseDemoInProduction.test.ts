import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';

describe('refuseDemoInProduction', () => {
  it('ends the process with one sentence before the backend starts', async () => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolve(__dirname, '../index.ts'),
        '--config',
        resolve(__dirname, '../../../../app-config.yaml'),
      ],
      {
        env: { PATH: process.env.PATH, NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const [stdout, stderr, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise(done => child.on('close', done)),
    ]);

    expect(code).toBe(1);
    expect(stderr).toBe(
      "Refusing to start with NODE_ENV=production: auth.providers.demo and backend.auth.externalAccess[0] would let anyone in with the demo's credentials; remove them as app-config.production.yaml does.\n",
    );
    expect(stdout).not.toContain('Listening');
  }, 60_000);
});
