import { screen } from '@testing-library/react';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { JSX } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { Route, Routes } from 'react-router-dom';
import { publishingApi, publishingTeam } from './__fixtures__/entities';
import { fixtureApi } from './__fixtures__/fixtureApi';
import { organisation } from './__fixtures__/metrics';
import { doraApiRef } from './api/doraApiRef';
import {
  DoraPage,
  doraPlugin,
  EntityDoraContent,
  GroupDoraContent,
} from './legacy';
import { pageRouteRef } from './routes';

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/dora': pageRouteRef,
};

function renderLegacy(element: JSX.Element, path = '/') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [doraApiRef, fixtureApi(organisation)],
        [catalogApiRef, catalogApiMock({ entities: [] })],
      ]}
    >
      {element}
    </TestApiProvider>,
    { mountedRoutes, routeEntries: [path] },
  );
}

function onEntity(entity: Entity, content: JSX.Element) {
  return (
    <EntityProvider entity={entity}>
      <Routes>
        <Route path="/" element={content} />
      </Routes>
    </EntityProvider>
  );
}

describe('dora plugin on the old frontend system', () => {
  it('brings the client of its backend', () => {
    expect([...doraPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.dora.client',
    ]);
  });

  it('brings a page with tabs', async () => {
    await renderLegacy(
      <Routes>
        <Route path="/dora/*" element={<DoraPage />} />
      </Routes>,
      '/dora',
    );
    expect(
      await screen.findByRole('heading', { name: 'Software delivery' }),
    ).toBeVisible();
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['Overview', 'Deployments', 'Data quality', 'Reviews']);
    expect(
      await screen.findByRole('button', { name: 'Change lead time' }),
    ).toBeVisible();
  });

  it('begins with the overview of the scope in the query', async () => {
    await renderLegacy(
      <Routes>
        <Route path="/dora/*" element={<DoraPage />} />
      </Routes>,
      '/dora?scope=group:default/publishing-team',
    );
    expect(await screen.findByRole('textbox', { name: 'Scope' })).toHaveValue(
      'publishing-team',
    );
  });

  it('brings a routable tab for components', async () => {
    await renderLegacy(onEntity(publishingApi, <EntityDoraContent />));
    expect(await screen.findByText('Running now')).toBeVisible();
  });

  it('brings a routable tab for groups', async () => {
    await renderLegacy(onEntity(publishingTeam, <GroupDoraContent />));
    expect(await screen.findByText('Services of this team')).toBeVisible();
  });
});
