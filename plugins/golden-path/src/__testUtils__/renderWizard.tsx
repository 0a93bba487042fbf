import type { JsonObject } from '@backstage/types';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { GoldenPathApi } from '@golden-path/backstage-plugin-golden-path-common';
import { Route, Routes } from 'react-router-dom';
import { goldenPathApiRef } from '../api/goldenPathApiRef';
import { checkField } from '../fields/checkField';
import { exposureField } from '../fields/exposureField';
import { objectiveField } from '../fields/objectiveField';
import { repositoryField } from '../fields/repositoryField';
import { resourcesField } from '../fields/resourcesField';
import { hatchRouteRef } from '../routes';

const fields = [
  checkField,
  exposureField,
  objectiveField,
  repositoryField,
  resourcesField,
].map(field => ({ ...field, schema: field.schema.schema }));

/** The scaffolder's own wizard with the fields of this plugin, each step one JSON schema. */
export function renderWizard(options: {
  steps: { title: string; schema: JsonObject }[];
  api?: GoldenPathApi;
  config?: JsonObject;
  initialState?: JsonObject;
  onCreate?: (values: JsonObject) => Promise<void>;
  /** The portal has a page for escape hatches. */
  hasHatches?: boolean;
  /** Default: that of a template in the wizard. */
  path?: string;
}) {
  const { steps, api, config = {}, initialState = {} } = options;
  const { onCreate = async () => {}, hasHatches = false } = options;
  const { path = '/create/templates/default/kubernetes-service' } = options;
  const wizard = (
    <SecretsContextProvider>
      <Stepper
        manifest={{ title: 'Kubernetes service', steps }}
        extensions={fields}
        initialState={initialState as Record<string, any>}
        onCreate={onCreate}
      />
    </SecretsContextProvider>
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
      apis: api ? [[goldenPathApiRef, api]] : [],
      initialRouteEntries: [path],
      ...(hasHatches && {
        mountedRoutes: { '/escape-hatches/:requestId': hatchRouteRef },
      }),
    },
  );
}
