import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { digestOf } from '../check/digestOf';
import { CheckField } from '../components/CheckField';
import { translationOf } from '../translation/translationOf';
import { checkSchema } from './checkSchema';

const validation: CustomFieldValidator<string> = (
  digest,
  field,
  { apiHolder, formData },
) => {
  const t = translationOf(apiHolder);
  if (!digest) {
    field.addError(t('check.hold'));
    return;
  }
  // A validation is not told its field's name; no other answer is this digest.
  const others = Object.entries(formData).filter(
    ([, answer]) => answer !== digest && answer !== undefined,
  );
  if (digestOf(Object.fromEntries(others)) !== digest) {
    field.addError(t('check.changed'));
  }
};

/** `ui:field: GoldenPathCheck` */
export const checkField = {
  name: 'GoldenPathCheck',
  component: CheckField,
  schema: checkSchema,
  validation,
};
