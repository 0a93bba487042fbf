import type { JsonObject } from '@backstage/types';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { checkField } from '../fields/checkField';
import { exposureField } from '../fields/exposureField';
import { objectiveField } from '../fields/objectiveField';
import { repositoryField } from '../fields/repositoryField';
import { resourcesField } from '../fields/resourcesField';

const fields = [
  checkField,
  exposureField,
  objectiveField,
  repositoryField,
  resourcesField,
].map(field => ({ ...field, schema: field.schema.schema }));

/** The scaffolder's own wizard with the fields of this plugin, each step one JSON schema. */
export function Wizard(props: {
  steps: { title: string; schema: JsonObject }[];
  initialState?: JsonObject;
  onCreate?: (values: JsonObject) => Promise<void>;
}) {
  const { steps, initialState = {}, onCreate = async () => {} } = props;
  return (
    <SecretsContextProvider>
      <Stepper
        manifest={{ title: 'Kubernetes service', steps }}
        extensions={fields}
        initialState={initialState as Record<string, any>}
        onCreate={onCreate}
      />
    </SecretsContextProvider>
  );
}
