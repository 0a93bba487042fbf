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
import type { Entity } from '@backstage/catalog-model';
import { publishingApi, publishingTeam } from './__fixtures__/entities';
import { fixtureApi } from './__fixtures__/fixtureApi';
import { organisation } from './__fixtures__/metrics';
import plugin, { doraApiRef } from './index';

const apis: TestApiPairs<[unknown, unknown]> = [
  [doraApiRef, fixtureApi(organisation)],
  [catalogApiRef, catalogApiMock({ entities: [] })],
];

const PAGE = [
  'page:dora',
  'sub-page:dora/overview',
  'sub-page:dora/deployments',
  'sub-page:dora/data-quality',
  'sub-page:dora/reviews',
] as const;

function renderPage(path: string) {
  renderTestApp({
    extensions: PAGE.map(id => plugin.getExtension(id)),
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis,
  });
}

function renderTab(
  id: 'entity-content:dora/group' | 'entity-content:dora/component',
  entity: Entity,
) {
  renderTestApp({
    extensions: [createTestEntityPage({ entity }), plugin.getExtension(id)],
    apis,
  });
}

describe('dora plugin on the new frontend system', () => {
  it('brings a page that begins with the overview', async () => {
    renderPage('/dora');
    expect(
      await screen.findByRole('heading', { name: 'Software delivery' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Change lead time' }),
    ).toBeVisible();
    for (const name of ['Overview', 'Deployments', 'Data quality', 'Reviews']) {
      expect(screen.getByText(name, { selector: 'a *, a' })).toBeVisible();
    }
  });

  it('keeps the query on the way to the overview', async () => {
    renderPage('/dora?scope=group:default/publishing-team#metrics');
    expect(
      await screen.findByRole('button', { name: 'Change lead time' }),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Scope' })).toHaveValue(
      'publishing-team',
    );
  });

  it.each([
    ['/dora/deployments', 'v1483'],
    ['/dora/data-quality', 'Sources'],
    ['/dora/reviews', 'Monthly reviews'],
  ])('brings the tab %s', async (path, text) => {
    renderPage(path);
    expect((await screen.findAllByText(text))[0]).toBeVisible();
  });

  it('brings a tab for groups', async () => {
    renderTab('entity-content:dora/group', publishingTeam);
    expect(await screen.findByText('Services of this team')).toBeVisible();
  });

  it('brings a tab for components', async () => {
    renderTab('entity-content:dora/component', publishingApi);
    expect(await screen.findByText('Running now')).toBeVisible();
  });
});
