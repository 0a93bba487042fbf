import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { ExposureField } from '../components/ExposureField';
import { translationOf } from '../translation/translationOf';
import { exposureSchema } from './exposureSchema';

const validation: CustomFieldValidator<'internal' | 'public'> = (
  exposure,
  field,
  { apiHolder },
) => {
  if (exposure !== 'internal' && exposure !== 'public') {
    field.addError(translationOf(apiHolder)('exposure.missing'));
  }
};

/** `ui:field: GoldenPathExposure` */
export const exposureField = {
  name: 'GoldenPathExposure',
  component: ExposureField,
  schema: exposureSchema,
  validation,
};
