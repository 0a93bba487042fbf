import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { JsonObject } from '@backstage/types';
import { findDemoCredentials } from './findDemoCredentials';

const root = resolve(__dirname, '../../../..');

const demoToken = {
  type: 'static',
  options: { token: 'golden-path-demo-token', subject: 'demo-ci' },
};
const ownToken = {
  type: 'static',
  options: { token: 'a-token-of-our-own', subject: 'ci' },
};

const withToken = (...externalAccess: JsonObject[]) => ({
  backend: { auth: { externalAccess } },
});

describe('findDemoCredentials', () => {
  it.each<[string, JsonObject, string[]]>([
    ['nothing', {}, []],
    [
      'the demo sign-in',
      { auth: { providers: { demo: { users: [] } } } },
      ['auth.providers.demo'],
    ],
    [
      'an empty demo sign-in',
      { auth: { providers: { demo: {} } } },
      ['auth.providers.demo'],
    ],
    ['the demo sign-in removed', { auth: { providers: { demo: null } } }, []],
    [
      'the demo token',
      withToken(demoToken),
      ['backend.auth.externalAccess[0]'],
    ],
    ['a token of its own', withToken(ownToken), []],
    [
      'both tokens',
      withToken(ownToken, demoToken),
      ['backend.auth.externalAccess[1]'],
    ],
    [
      'the demo token under another subject',
      withToken({
        ...demoToken,
        options: { ...demoToken.options, subject: 'me' },
      }),
      ['backend.auth.externalAccess[0]'],
    ],
    ['OIDC', withToken({ type: 'jwks', options: { url: 'https://x' } }), []],
  ])('of %s', (_, config, expected) => {
    expect(findDemoCredentials(new ConfigReader(config))).toEqual(expected);
  });

  it.each([
    [
      ['app-config.yaml'],
      ['auth.providers.demo', 'backend.auth.externalAccess[0]'],
    ],
    [['app-config.yaml', 'app-config.production.yaml'], []],
  ])("of the host's own %p", async (files, expected) => {
    const config = await ConfigSources.toConfig(
      ConfigSources.default({
        argv: files.flatMap(file => ['--config', resolve(root, file)]),
        watch: false,
      }),
    );
    expect(findDemoCredentials(config)).toEqual(expected);
  });
});
