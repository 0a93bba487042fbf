import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import escapeHatchPlugin from '@golden-path/backstage-plugin-escape-hatch-backend';
import { EscapeHatchClient } from '@golden-path/backstage-plugin-escape-hatch-common';
import { demoHatches } from './demoHatches';
import { DemoRequests } from './DemoRequests';

jest.setTimeout(60_000);

/** As examples/organisation.yaml and the services' descriptors have them. */
const members: Record<string, string[]> = {
  'platform-team': ['platform-lead', 'platform-engineer'],
  'publishing-team': ['publishing-lead', 'publishing-engineer'],
  'security-team': ['security-reviewer'],
  'ml-team': ['ml-lead', 'ml-engineer'],
};
const owners: Record<string, string> = {
  'special-ml-workload': 'ml-team',
  'api-service': 'platform-team',
  signon: 'security-team',
  'smart-answers': 'publishing-team',
};

function entity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  ...Object.entries(members).flatMap(([group, users]) => [
    entity(
      'Group',
      group,
      users.map(user => ['hasMember', `user:default/${user}`]),
    ),
    ...users.map(user =>
      entity('User', user, [['memberOf', `group:default/${group}`]]),
    ),
  ]),
  ...Object.entries(owners).map(([name, owner]) =>
    entity('Component', name, [['ownedBy', `group:default/${owner}`]]),
  ),
];

describe('DemoRequests', () => {
  it('walks each request its way, once, through the API', async () => {
    const { server } = await startTestBackend({
      features: [escapeHatchPlugin, catalogServiceMock.factory({ entities })],
    });
    const apiOf = (user: string) =>
      new EscapeHatchClient({
        discoveryApi: {
          getBaseUrl: async id => `http://localhost:${server.port()}/api/${id}`,
        },
        fetchApi: { fetch },
        getToken: async () =>
          mockCredentials.user.token(`user:default/${user}`),
      });
    const run = () =>
      new DemoRequests({
        apiOf,
        logger: mockServices.logger.mock(),
        hatches: demoHatches(new Date()),
      }).run();
    const seen = async () => {
      const { items } = await apiOf('outsider').listRequests();
      return items
        .map(({ rules, entityRef, phase, version }) =>
          [entityRef.split('/')[1], ...rules, phase, version].join(' '),
        )
        .sort();
    };

    await run();
    const expected = [
      'api-service read-only-root active 3',
      'api-service terraform-only changes_requested 3',
      'signon image-scan-critical active 3',
      'smart-answers read-only-root submitted 2',
      'special-ml-workload privileged-container active 5',
      'special-ml-workload probes active 3',
      'special-ml-workload read-only-root active 3',
      'special-ml-workload resource-limits active 3',
    ];
    expect(await seen()).toEqual(expected);

    await run();
    expect(await seen()).toEqual(expected);
  });
});
