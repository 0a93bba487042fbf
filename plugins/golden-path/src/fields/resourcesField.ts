import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { ResourcesField } from '../components/ResourcesField';
import {
  RESOURCE_NAMES,
  type ResourceAnswers,
} from '../resources/ResourceAnswers';
import { resourceProblems } from '../resources/resourceProblems';
import { translationOf } from '../translation/translationOf';
import { resourcesSchema } from './resourcesSchema';

const validation: CustomFieldValidator<ResourceAnswers> = (
  answers,
  field,
  { apiHolder },
) => {
  const t = translationOf(apiHolder);
  const problems = resourceProblems(answers ?? {}, t);
  for (const name of RESOURCE_NAMES) {
    const problem = problems[name];
    if (problem) {
      field.addError(
        t('resources.inField', {
          field: t(`resources.${name}.title`),
          problem,
        }),
      );
    }
  }
};

/** `ui:field: GoldenPathResources` */
export const resourcesField = {
  name: 'GoldenPathResources',
  component: ResourcesField,
  schema: resourcesSchema,
  validation,
};
