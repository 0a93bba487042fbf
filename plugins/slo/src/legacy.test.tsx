import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { fixtureApi } from './__fixtures__/fixtureApi';
import { apiService } from './__fixtures__/slos';
import { states } from './__fixtures__/states';
import { sloApiRef } from './api/sloApiRef';
import {
  EntitySloCard,
  EntitySloContent,
  isSloAvailable,
  sloPlugin,
} from './legacy';
import { tabRouteRef } from './routes';

describe('slo plugin on the old frontend system', () => {
  it('brings the client of its backend', () => {
    expect([...sloPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.slo.client',
    ]);
  });

  it('brings a card that leads to the tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[sloApiRef, fixtureApi(states.ordinary)]]}>
        <EntityProvider entity={apiService}>
          <EntitySloCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/slos': tabRouteRef } },
    );
    expect(
      await screen.findByText('99.5 % of requests succeed · 30 d'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'availability' })).toHaveAttribute(
      'href',
      '/slos?slo=availability',
    );
  });

  it('brings a routable tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[sloApiRef, fixtureApi(states.ordinary)]]}>
        <EntityProvider entity={apiService}>
          <Routes>
            <Route path="/" element={<EntitySloContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('tab', { name: /availability/ }),
    ).toBeVisible();
  });

  it.each([
    [{ 'golden-path.io/slo': 'slos/*.yaml' }, true],
    [{ 'golden-path.io/slo': '' }, false],
    [{}, false],
    [undefined, false],
  ])(
    'tells from the annotations %p whether there are SLOs',
    (annotations, expected) => {
      expect(
        isSloAvailable({
          ...apiService,
          metadata: { name: 'x', annotations },
        }),
      ).toBe(expected);
    },
  );
});
