import type { JSX } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { mlTeam, specialMlWorkload } from './__fixtures__/entities';
import { fixtureApi } from './__fixtures__/fixtureApi';
import { escapeHatchApiRef } from './api/escapeHatchApiRef';
import {
  EntityEscapeHatchCard,
  EscapeHatchPage,
  escapeHatchPlugin,
  GroupEscapeHatchContent,
} from './legacy';
import { pageRouteRef } from './routes';

function renderLegacy(element: JSX.Element, path = '/') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [escapeHatchApiRef, fixtureApi()],
        [catalogApiRef, catalogApiMock({ entities: [] })],
      ]}
    >
      {element}
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/escape-hatches': pageRouteRef,
      },
      routeEntries: [path],
    },
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

const page = (
  <Routes>
    <Route path="/escape-hatches/*" element={<EscapeHatchPage />} />
  </Routes>
);

describe('escape-hatch plugin on the old frontend system', () => {
  it('brings the client of its backend', () => {
    expect([...escapeHatchPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.escape-hatch.client',
    ]);
  });

  it('brings a page with its own tabs', async () => {
    await renderLegacy(page, '/escape-hatches');
    expect(
      await screen.findByRole('table', { name: 'Waits for your approval (1)' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Inbox (4)' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  it('brings the insights below it', async () => {
    await renderLegacy(page, '/escape-hatches/insights');
    expect(
      await screen.findByRole('table', {
        name: 'Demand per rule, last 90 days',
      }),
    ).toBeVisible();
  });

  it('brings a card for components', async () => {
    await renderLegacy(onEntity(specialMlWorkload, <EntityEscapeHatchCard />));
    expect(
      await screen.findByRole('list', {
        name: 'Active and pending escape hatches',
      }),
    ).toBeVisible();
  });

  it('brings a routable tab for groups', async () => {
    await renderLegacy(onEntity(mlTeam, <GroupEscapeHatchContent />));
    expect(
      await screen.findByRole('table', {
        name: 'Machine learning team: escape hatches',
      }),
    ).toBeVisible();
  });
});
