import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { ObjectiveField } from '../components/ObjectiveField';
import {
  type ObjectiveBounds,
  objectiveProblem,
} from '../objective/objectiveProblem';
import { percentOf } from '../objective/percent';
import { translationOf } from '../translation/translationOf';
import { objectiveSchema } from './objectiveSchema';

const validation: CustomFieldValidator<number> = (
  objective,
  field,
  { apiHolder, schema },
) => {
  const isNumber = typeof objective === 'number' && Number.isFinite(objective);
  const problem = objectiveProblem({
    percent: isNumber ? percentOf(objective) : undefined,
    bounds: schema as ObjectiveBounds,
    t: translationOf(apiHolder),
  });
  if (problem) {
    field.addError(problem);
  }
};

/** `ui:field: GoldenPathObjective` */
export const objectiveField = {
  name: 'GoldenPathObjective',
  component: ObjectiveField,
  schema: objectiveSchema,
  validation,
};
