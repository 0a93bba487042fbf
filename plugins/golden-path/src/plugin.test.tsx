import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { allFields } from './__fixtures__/allFields';
import { soundCheck } from './__fixtures__/templateCheck';
import plugin, { goldenPathApiRef } from './index';

describe('golden-path plugin on the new frontend system', () => {
  it('brings its fields to the wizard', async () => {
    renderTestApp({
      features: [scaffolderPlugin, plugin],
      initialRouteEntries: ['/create/templates/default/kubernetes-service'],
      apis: [
        [
          scaffolderApiRef,
          scaffolderApiMock.mock({
            getTemplateParameterSchema: async () => allFields,
          }),
        ],
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [goldenPathApiRef, { checkTemplate: async () => soundCheck }],
      ],
    });
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
