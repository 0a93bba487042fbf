import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { RepositoryField } from '../components/RepositoryField';
import { addressProblem } from '../repository/addressProblem';
import { translationOf } from '../translation/translationOf';
import { repositorySchema } from './repositorySchema';

const validation: CustomFieldValidator<string> = (
  address,
  field,
  { apiHolder },
) => {
  const problem = addressProblem(address, translationOf(apiHolder));
  if (problem) {
    field.addError(problem);
  }
};

/** `ui:field: GoldenPathRepository` */
export const repositoryField = {
  name: 'GoldenPathRepository',
  component: RepositoryField,
  schema: repositorySchema,
  validation,
};
