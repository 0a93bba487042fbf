import type { ValidationReport } from '@golden-path/backstage-plugin-golden-path-common';
import { validationReportSchema } from './validationReportSchema';

/**
 * The report among a template's outputs; null where the template checks nothing.
 *
 * @throws ZodError for one that is none: a template's author has to know
 */
export function readValidation(output: unknown): ValidationReport | null {
  return output === undefined ? null : validationReportSchema.parse(output);
}
