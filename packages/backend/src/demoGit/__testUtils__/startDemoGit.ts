import {
  MockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { demoGitPlugin } from '../demoGitPlugin';

/** The demo's git server with its folder `git` in a directory; the token is `a-token`. */
export async function startDemoGit(
  directory: MockDirectory,
  config: JsonObject = {},
) {
  const { server } = await startTestBackend({
    features: [
      demoGitPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token: 'a-token', subject: 'demo-ci' },
                },
              ],
            },
          },
          demo: {
            delivery: {
              records: directory.resolve('records'),
              repositories: directory.resolve('git'),
            },
          },
          ...config,
        },
      }),
    ],
  });
  const origin = `localhost:${server.port()}/api/demo-git`;
  return {
    url: `http://${origin}`,
    /** With the token as password. */
    pushUrl: `http://anyone:a-token@${origin}`,
  };
}
