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
import { demoDoraFeatures } from './demoDoraFeatures';

const directory = createMockDirectory();

const token = {
  backend: {
    auth: {
      externalAccess: [
        { type: 'static', options: { token: 'a-token', subject: 'demo-ci' } },
      ],
    },
  },
};
const signIn = { auth: { providers: { demo: {} } } };
const delivery = {
  demo: {
    delivery: {
      records: `${__dirname}/../../../../examples/delivery`,
      repositories: directory.resolve('repositories'),
    },
  },
};

const doraPlugin = createBackendPlugin({
  pluginId: 'dora',
  register: env => env.registerInit({ deps: {}, async init() {} }),
});

const catalogPlugin = (processors: string[]) =>
  createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerExtensionPoint(catalogProcessingExtensionPoint, {
        addProcessor: (...added) =>
          added.flat().forEach(one => processors.push(one.getProcessorName())),
      } as CatalogProcessingExtensionPoint);
      env.registerInit({ deps: {}, async init() {} });
    },
  });

async function start(data: JsonObject) {
  const scheduler = mockServices.scheduler.mock();
  const processors: string[] = [];
  await startTestBackend({
    features: [
      catalogPlugin(processors),
      doraPlugin,
      demoDoraFeatures,
      scheduler.factory,
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({ data }),
    ],
  });
  return {
    processors,
    tasks: scheduler.scheduleTask.mock.calls.map(([{ id }]) => id),
  };
}

describe('demoDoraFeatures', () => {
  it.each<[string, JsonObject, { processors: string[]; tasks: string[] }]>([
    [
      'nothing without the demo',
      { ...token, ...delivery },
      { processors: [], tasks: [] },
    ],
    [
      'nothing that is not configured',
      { ...signIn, ...token },
      { processors: [], tasks: [] },
    ],
    [
      'repositories that nobody can read about without its token',
      { ...signIn, ...delivery },
      { processors: ['DemoRepositoryProcessor'], tasks: [] },
    ],
    [
      'a history with all of it',
      { ...signIn, ...token, ...delivery },
      {
        processors: ['DemoRepositoryProcessor'],
        tasks: ['push-demo-delivery'],
      },
    ],
  ])('give %s', async (_, data, expected) => {
    expect(await start(data)).toEqual(expected);
  });
});
