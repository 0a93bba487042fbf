import { screen } from '@testing-library/react';
import {
  renderTestApp,
  type TestApiPairs,
} from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { fixtureApi } from './__fixtures__/fixtureApi';
import { apiService } from './__fixtures__/slos';
import { states } from './__fixtures__/states';
import plugin, { sloApiRef } from './index';

const apis: TestApiPairs<[unknown]> = [
  [sloApiRef, fixtureApi(states.ordinary)],
];

function renderExtension(id: Parameters<typeof plugin.getExtension>[0]) {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: apiService }),
      plugin.getExtension(id),
    ],
    apis,
  });
}

describe('slo plugin on the new frontend system', () => {
  it('brings a card for the overview of components', async () => {
    renderExtension('entity-card:slo/objectives');
    expect(
      await screen.findByText('99.5 % of requests succeed · 30 d'),
    ).toBeVisible();
  });

  it('brings a tab for components', async () => {
    renderExtension('entity-content:slo');
    expect(
      await screen.findByRole('tab', { name: /availability/ }),
    ).toBeVisible();
  });

  it('leaves other kinds alone', async () => {
    const marker = EntityCardBlueprint.make({
      name: 'marker',
      params: {
        // Ready no sooner than the card would be.
        loader: () => import('./components/SloCard').then(() => <p>marker</p>),
      },
    });
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: { ...apiService, kind: 'Group' } }),
        plugin.getExtension('entity-card:slo/objectives'),
        marker,
      ],
      apis,
    });
    expect(await screen.findByText('marker')).toBeVisible();
    expect(screen.queryByText('SLOs')).not.toBeInTheDocument();
  });
});
