import type { ReactElement } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { SloApi } from '@golden-path/backstage-plugin-slo-common';
import { sloApiRef } from '../api/sloApiRef';
import { addSloRouteRef, tabRouteRef } from '../routes';
import { apiService } from '../__fixtures__/slos';

/** The template that the "Add an SLO" button leads to. */
export const addSloTemplate = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'add-slo', namespace: 'default' },
  spec: { type: 'slo', steps: [] },
};

/** Renders a card or tab on api-service's page, with a backend that answers as told. */
export function renderOnEntity(
  element: ReactElement,
  options: {
    api: SloApi;
    hasTemplate?: boolean;
    hasTab?: boolean;
    path?: string;
  },
) {
  const { api, hasTemplate = true, hasTab = true, path = '/' } = options;
  return renderInTestApp(
    <EntityProvider entity={apiService}>{element}</EntityProvider>,
    {
      apis: [
        [sloApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({ entities: hasTemplate ? [addSloTemplate] : [] }),
        ],
      ],
      initialRouteEntries: [path],
      mountedRoutes: {
        ...(hasTab && { '/slos': tabRouteRef }),
        '/create/:namespace/:templateName': addSloRouteRef,
      },
    },
  );
}
