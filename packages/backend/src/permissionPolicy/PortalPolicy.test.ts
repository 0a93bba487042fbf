import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  doraFailureLinkCreatePermission,
  doraReadPermission,
  doraReviewCreatePermission,
  doraReviewUpdatePermission,
} from '@golden-path/backstage-plugin-dora-common';
import { PortalPolicy } from './PortalPolicy';

const ref = {
  lead: 'user:default/platform-lead',
  engineer: 'user:default/publishing-engineer',
  outsider: 'user:default/outsider',
};
const users = {
  lead: [ref.lead, 'group:default/platform-team'],
  engineer: [ref.engineer, 'group:default/publishing-team'],
  outsider: [ref.outsider],
};

function decide(permission: Permission, user: keyof typeof users) {
  return new PortalPolicy().handle(
    { permission },
    {
      credentials: mockCredentials.user(ref[user]),
      info: { userEntityRef: ref[user], ownershipEntityRefs: users[user] },
    },
  );
}

const unknown = createPermission({
  name: 'a.plugin.of.tomorrow',
  attributes: {},
});

describe('PortalPolicy', () => {
  const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;

  it.each`
    permission                         | lead     | engineer       | outsider
    ${catalogEntityReadPermission}     | ${ALLOW} | ${ALLOW}       | ${ALLOW}
    ${taskReadPermission}              | ${ALLOW} | ${ALLOW}       | ${ALLOW}
    ${catalogLocationCreatePermission} | ${ALLOW} | ${ALLOW}       | ${DENY}
    ${taskCreatePermission}            | ${ALLOW} | ${ALLOW}       | ${DENY}
    ${actionExecutePermission}         | ${ALLOW} | ${ALLOW}       | ${DENY}
    ${templateDryRunPermission}        | ${ALLOW} | ${ALLOW}       | ${DENY}
    ${catalogEntityDeletePermission}   | ${ALLOW} | ${CONDITIONAL} | ${DENY}
    ${catalogEntityRefreshPermission}  | ${ALLOW} | ${CONDITIONAL} | ${DENY}
    ${taskCancelPermission}            | ${ALLOW} | ${CONDITIONAL} | ${DENY}
    ${catalogLocationDeletePermission} | ${ALLOW} | ${DENY}        | ${DENY}
    ${templateManagementPermission}    | ${ALLOW} | ${DENY}        | ${DENY}
    ${doraReadPermission}              | ${ALLOW} | ${ALLOW}       | ${ALLOW}
    ${doraFailureLinkCreatePermission} | ${ALLOW} | ${CONDITIONAL} | ${DENY}
    ${doraReviewCreatePermission}      | ${ALLOW} | ${CONDITIONAL} | ${DENY}
    ${doraReviewUpdatePermission}      | ${ALLOW} | ${CONDITIONAL} | ${DENY}
    ${unknown}                         | ${ALLOW} | ${DENY}        | ${DENY}
  `(
    '$permission.name: lead $lead, engineer $engineer, outsider $outsider',
    async ({ permission, ...expected }) => {
      expect({
        lead: (await decide(permission, 'lead')).result,
        engineer: (await decide(permission, 'engineer')).result,
        outsider: (await decide(permission, 'outsider')).result,
      }).toEqual(expected);
    },
  );

  it('denies everything to whom nobody has signed in', async () => {
    await expect(
      new PortalPolicy().handle({ permission: catalogEntityReadPermission }),
    ).resolves.toEqual({ result: DENY });
  });

  it('lets members delete what their group owns', async () => {
    await expect(
      decide(catalogEntityDeletePermission, 'engineer'),
    ).resolves.toMatchObject({
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: {
          claims: [
            'user:default/publishing-engineer',
            'group:default/publishing-team',
          ],
        },
      },
    });
  });

  it('lets members cancel their own tasks only', async () => {
    await expect(
      decide(taskCancelPermission, 'engineer'),
    ).resolves.toMatchObject({
      pluginId: 'scaffolder',
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/publishing-engineer'] },
      },
    });
  });

  it("lets members speak for what is their group's", async () => {
    await expect(
      decide(doraReviewCreatePermission, 'engineer'),
    ).resolves.toMatchObject({
      pluginId: 'dora',
      resourceType: 'dora-scope',
      conditions: {
        rule: 'IS_SCOPE_MEMBER',
        params: {
          claims: [
            'user:default/publishing-engineer',
            'group:default/publishing-team',
          ],
        },
      },
    });
  });
});
