import type { ValidationContext } from '../ValidationContext';
import { chartReleases } from './ChartRelease';
import { checkValuePolicies } from './checkValuePolicies';
import { checkValuesSchema } from './checkValuesSchema';

/** The values of charts fit their schema and keep the policies on pods. */
export function checkCharts(context: ValidationContext): void {
  const releases = chartReleases(context.workspace);
  checkValuesSchema(releases, context);
  checkValuePolicies(releases, context);
}
