import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { demoSloFeatures } from './demoSloFeatures';

const demo = { auth: { providers: { demo: {} } } };
const withToken = (subject: string) => ({
  backend: {
    auth: {
      externalAccess: [
        { type: 'jwks', options: { url: 'https://tokens.example.com' } },
        { type: 'static', options: { token: 'a-token', subject } },
      ],
    },
  },
});

const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register: env => env.registerInit({ deps: {}, async init() {} }),
});

describe('demoSloFeatures', () => {
  it.each<[string, JsonObject, string[]]>([
    ['nothing without the demo', withToken('demo-ci'), []],
    ['nothing without its token', { ...demo, ...withToken('ci') }, []],
    [
      'history with both',
      { ...demo, ...withToken('demo-ci') },
      ['push-demo-history'],
    ],
  ])('give %s', async (_, data, expected) => {
    const scheduler = mockServices.scheduler.mock();
    await startTestBackend({
      features: [
        sloPlugin,
        demoSloFeatures,
        scheduler.factory,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    expect(scheduler.scheduleTask.mock.calls.map(([{ id }]) => id)).toEqual(
      expected,
    );
  });
});
