import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  doraSourcesExtensionPoint,
  type DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doraModuleReleaseRegister } from './doraModuleReleaseRegister';

const PAGE = join(__dirname, '../../../../docs/dora/own-source.md');

describe('the module of the documentation', () => {
  it('adds its source to the plugin', async () => {
    const sources: DoraSource[] = [];
    const dora = createBackendPlugin({
      pluginId: 'dora',
      register(env) {
        env.registerExtensionPoint(doraSourcesExtensionPoint, {
          addSource: source => sources.push(source),
        });
        env.registerInit({ deps: {}, init: async () => {} });
      },
    });
    const { server } = await startTestBackend({
      features: [
        dora,
        doraModuleReleaseRegister,
        mockServices.rootConfig.factory({
          data: { releaseRegister: { url: 'https://register.example.com' } },
        }),
      ],
    });
    expect(sources.map(({ id, type }) => ({ id, type }))).toEqual([
      { id: 'release-register', type: 'release-register' },
    ]);
    server.close();
  });

  it.each(['RegisterSource.ts', 'doraModuleReleaseRegister.ts'])(
    'is the one that the page shows: %s',
    async name => {
      const page = await readFile(PAGE, 'utf8');
      expect(page).toContain(await readFile(join(__dirname, name), 'utf8'));
    },
  );
});
