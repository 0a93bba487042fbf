import type { JsonObject } from '@backstage/types';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { GoldenPathApi } from '@golden-path/backstage-plugin-golden-path-common';
import { Route, Routes } from 'react-router-dom';
import { goldenPathApiRef } from '../api/goldenPathApiRef';
import { hatchRouteRef } from '../routes';
import { Wizard } from './Wizard';

/** Renders a wizard with the fields of this plugin, each step one JSON schema. */
export function renderWizard(options: {
  steps: { title: string; schema: JsonObject }[];
  /** Default: one that never answers. */
  api?: GoldenPathApi;
  config?: JsonObject;
  initialState?: JsonObject;
  onCreate?: (values: JsonObject) => Promise<void>;
  /** The portal has a page for escape hatches. */
  hasHatches?: boolean;
  /** Default: that of a template in the wizard. */
  path?: string;
}) {
  const { steps, config = {}, initialState, onCreate } = options;
  const { api = { checkTemplate: () => new Promise(() => {}) } } = options;
  const { hasHatches = false } = options;
  const { path = '/create/templates/default/kubernetes-service' } = options;
  const wizard = (
    <Wizard steps={steps} initialState={initialState} onCreate={onCreate} />
  );
  return renderInTestApp(
    <Routes>
      <Route
        path="/create/templates/:namespace/:templateName"
        element={wizard}
      />
      <Route path="/create/template-form" element={wizard} />
    </Routes>,
    {
      config,
      apis: [[goldenPathApiRef, api]],
      initialRouteEntries: [path],
      ...(hasHatches && {
        mountedRoutes: { '/escape-hatches/:requestId': hatchRouteRef },
      }),
    },
  );
}
