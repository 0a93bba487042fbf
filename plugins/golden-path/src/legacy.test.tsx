import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ScaffolderPage } from '@backstage/plugin-scaffolder';
import {
  ScaffolderFieldExtensions,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { allFields } from './__fixtures__/allFields';
import { soundCheck } from './__fixtures__/templateCheck';
import { goldenPathApiRef } from './api/goldenPathApiRef';
import {
  GoldenPathCheckFieldExtension,
  GoldenPathExposureFieldExtension,
  GoldenPathObjectiveFieldExtension,
  goldenPathPlugin,
  GoldenPathRepositoryFieldExtension,
  GoldenPathResourcesFieldExtension,
} from './legacy';

describe('golden-path plugin on the old frontend system', () => {
  it('brings the client of its backend', () => {
    expect([...goldenPathPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.golden-path.client',
    ]);
  });

  it('brings its fields to the wizard', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            scaffolderApiRef,
            scaffolderApiMock.mock({
              getTemplateParameterSchema: async () => allFields,
            }),
          ],
          [catalogApiRef, catalogApiMock({ entities: [] })],
          [goldenPathApiRef, { checkTemplate: async () => soundCheck }],
        ]}
      >
        <Routes>
          <Route path="/create/*" element={<ScaffolderPage />}>
            <Route
              path="*"
              element={
                <ScaffolderFieldExtensions>
                  <GoldenPathObjectiveFieldExtension />
                  <GoldenPathExposureFieldExtension />
                  <GoldenPathResourcesFieldExtension />
                  <GoldenPathRepositoryFieldExtension />
                  <GoldenPathCheckFieldExtension />
                </ScaffolderFieldExtensions>
              }
            />
          </Route>
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/create/templates/default/kubernetes-service'],
      },
    );
    expect(
      await screen.findByText('99.5 % over 30 d = 3 h 36 m'),
    ).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Internal' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'CPU request' })).toHaveValue(
      '100m',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Address' }),
      'https://git.example.com/team/orders-api',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('No findings in 5 files')).toBeVisible();
  });
});
