/**
 * Fields and pages of the golden path, for apps on the old frontend system.
 *
 * @packageDocumentation
 */

import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponent,
} from '@backstage/plugin-scaffolder-react';
import { GoldenPathClient } from '@golden-path/backstage-plugin-golden-path-common';
import { goldenPathApiRef } from './api/goldenPathApiRef';
import { checkField } from './fields/checkField';
import { exposureField } from './fields/exposureField';
import { objectiveField } from './fields/objectiveField';
import { repositoryField } from './fields/repositoryField';
import { resourcesField } from './fields/resourcesField';
import type { ResourceAnswers } from './resources/ResourceAnswers';
import { hatchRouteRef } from './routes';

export type { ResourceAnswers };

/**
 * The plugin for `createApp` of the old frontend system, with the client of the golden-path backend.
 *
 * @public
 */
export const goldenPathPlugin = createPlugin({
  id: 'golden-path',
  externalRoutes: { hatch: hatchRouteRef },
  apis: [
    createApiFactory({
      api: goldenPathApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new GoldenPathClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * `ui:field: GoldenPathObjective`: a percentage, stored as a fraction, with what it means in minutes.
 *
 * @public
 */
export const GoldenPathObjectiveFieldExtension = goldenPathPlugin.provide(
  createScaffolderFieldExtension({
    ...objectiveField,
    schema: objectiveField.schema.schema,
  }),
);

/**
 * `ui:field: GoldenPathExposure`: who reaches the service, with what each choice makes of its network.
 *
 * @public
 */
export const GoldenPathExposureFieldExtension = goldenPathPlugin.provide(
  createScaffolderFieldExtension({
    ...exposureField,
    schema: exposureField.schema.schema,
  }),
);

/**
 * `ui:field: GoldenPathResources`: requests and limits of CPU and memory.
 *
 * @public
 */
export const GoldenPathResourcesFieldExtension: FieldExtensionComponent<
  ResourceAnswers,
  {}
> = goldenPathPlugin.provide(
  createScaffolderFieldExtension({
    ...resourcesField,
    schema: resourcesField.schema.schema,
  }),
);

/**
 * `ui:field: GoldenPathRepository`: where a repository lies, from the places of the platform or any other.
 *
 * @public
 */
export const GoldenPathRepositoryFieldExtension = goldenPathPlugin.provide(
  createScaffolderFieldExtension({
    ...repositoryField,
    schema: repositoryField.schema.schema,
  }),
);

/**
 * `ui:field: GoldenPathCheck`: what the template would make, checked before anything is made.
 *
 * @public
 */
export const GoldenPathCheckFieldExtension: FieldExtensionComponent<
  string,
  {}
> = goldenPathPlugin.provide(
  createScaffolderFieldExtension({
    ...checkField,
    schema: checkField.schema.schema,
  }),
);
