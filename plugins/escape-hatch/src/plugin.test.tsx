import { screen } from '@testing-library/react';
import {
  renderTestApp,
  type TestApiPairs,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import {
  mlTeam,
  publishingApi,
  specialMlWorkload,
} from './__fixtures__/entities';
import { fixtureApi } from './__fixtures__/fixtureApi';
import plugin, { escapeHatchApiRef } from './index';

const apis: TestApiPairs<[unknown, unknown]> = [
  [escapeHatchApiRef, fixtureApi()],
  [catalogApiRef, catalogApiMock({ entities: [] })],
];

function renderPage(path: string) {
  renderTestApp({
    extensions: [plugin.getExtension('page:escape-hatch')],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis,
  });
}

describe('escape-hatch plugin on the new frontend system', () => {
  it('brings a page that begins with the inbox', async () => {
    renderPage('/escape-hatches');
    expect(
      await screen.findByRole('heading', { name: 'Escape hatches' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('table', { name: 'Waits for your approval (1)' }),
    ).toBeVisible();
  });

  it.each([
    ['/escape-hatches/requests', 'All requests'],
    ['/escape-hatches/insights', 'Demand per rule, last 90 days'],
  ])('brings the page %s', async (path, name) => {
    renderPage(path);
    expect(await screen.findByRole('table', { name })).toBeVisible();
  });

  it('brings a card for components', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: specialMlWorkload }),
        plugin.getExtension('entity-card:escape-hatch/hatches'),
      ],
      apis,
    });
    expect(
      await screen.findByRole('list', {
        name: 'Active and pending escape hatches',
      }),
    ).toBeVisible();
  });

  it('brings a tab for groups, and none for components', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: mlTeam }),
        plugin.getExtension('entity-content:escape-hatch/group'),
      ],
      apis,
    });
    expect(
      await screen.findByRole('table', {
        name: 'Machine learning team: escape hatches',
      }),
    ).toBeVisible();
  });

  it('keeps the card off groups', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: publishingApi }),
        plugin.getExtension('entity-content:escape-hatch/group'),
      ],
      apis,
    });
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
