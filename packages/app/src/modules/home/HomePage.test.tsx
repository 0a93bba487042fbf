import { identityApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { HomePage } from './HomePage';

function renderAs(name: string, groups: string[]) {
  const userEntityRef = `user:default/${name}`;
  const identity = {
    type: 'user' as const,
    userEntityRef,
    ownershipEntityRefs: [userEntityRef, ...groups],
  };
  renderInTestApp(<HomePage />, {
    config: { app: { title: 'Golden Path' } },
    apis: [
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => identity,
        } as unknown as typeof identityApiRef.T,
      ],
      [catalogApiRef, catalogApiMock()],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('HomePage', () => {
  it('leads to what the suite offers', async () => {
    renderAs('ml-lead', ['group:default/ml-team']);

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Golden Path' }),
    ).toBeVisible();
    const targets: [string, string][] = [
      [
        'Create a Kubernetes service',
        '/create/templates/default/kubernetes-service',
      ],
      ['Create an ECS service', '/create/templates/default/ecs-service'],
      ['Open DORA', '/dora'],
      [
        'DORA of publishing-team',
        '/catalog/default/group/publishing-team/dora',
      ],
      ['DORA of api-service', '/catalog/default/component/api-service/dora'],
      ['Open escape hatches', '/escape-hatches'],
      [
        'Open special-ml-workload',
        '/catalog/default/component/special-ml-workload',
      ],
      [
        'Escape hatches of ml-team',
        '/catalog/default/group/ml-team/escape-hatches',
      ],
      ['Open developer-portal', '/catalog/default/component/developer-portal'],
      ['Add an SLO', '/create/templates/default/add-slo'],
      ['Read the docs of api-service', '/docs/default/component/api-service'],
      ['Open the catalog', '/catalog'],
      ['Create a component', '/create'],
    ];
    for (const [name, href] of targets) {
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
    }
    expect(
      screen.getByRole('button', { name: 'Open api-service' }),
    ).toHaveAttribute('href', '/catalog/default/component/api-service');
  });

  it('says who the reader is and what that allows', async () => {
    renderAs('ml-lead', ['group:default/ml-team']);

    const card = await screen.findByRole('region', { name: 'Signed in' });
    expect(
      await within(card).findByRole('link', { name: /ml-team/ }),
    ).toBeVisible();
    expect(card).toHaveTextContent(
      'You may create components, and change what your group owns.',
    );
  });

  it('says that a reader without a group may change nothing', async () => {
    renderAs('outsider', []);

    const card = await screen.findByRole('region', { name: 'Signed in' });
    expect(
      await within(card).findByText(/You belong to no group/),
    ).toBeVisible();
  });
});
