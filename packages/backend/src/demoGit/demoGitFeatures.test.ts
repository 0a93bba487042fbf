import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  CatalogProcessingExtensionPoint,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import { demoGitFeatures } from './demoGitFeatures';

const directory = createMockDirectory({ content: { git: {} } });
const backend = { backend: { baseUrl: 'http://localhost:7007' } };
const signIn = { auth: { providers: { demo: {} } } };
const delivery = {
  demo: {
    delivery: {
      records: directory.resolve('records'),
      repositories: directory.resolve('git'),
    },
  },
};

async function start(data: JsonObject) {
  const processors: string[] = [];
  const catalogPlugin = createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerExtensionPoint(catalogProcessingExtensionPoint, {
        addProcessor: (...added) =>
          added.flat().forEach(one => processors.push(one.getProcessorName())),
      } as CatalogProcessingExtensionPoint);
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      demoGitFeatures,
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({ data }),
    ],
  });
  const { status } = await fetch(
    `http://localhost:${server.port()}/api/demo-git/`,
  );
  return { processors, status };
}

describe('demoGitFeatures', () => {
  it.each<[string, JsonObject, object]>([
    [
      'nothing without the demo',
      { ...backend, ...delivery },
      { processors: [], status: 404 },
    ],
    [
      'nothing without a folder',
      { ...backend, ...signIn },
      { processors: [], status: 404 },
    ],
    [
      'a git server in the demo',
      { ...backend, ...signIn, ...delivery },
      { processors: ['DemoGitProcessor'], status: 200 },
    ],
  ])('give %s', async (_, data, expected) => {
    expect(await start(data)).toEqual(expected);
  });
});
