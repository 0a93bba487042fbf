import type { Indicator } from '@golden-path/backstage-plugin-slo-common';

/**
 * The expressions of an indicator by role, wrapped so that they can stand inside a greater query. Rates are
 * summed: an SLI is one number, however many series it comes from. Line feeds end what may be a comment.
 */
export function subjectExpressions(
  indicator: Indicator,
): Record<string, string> {
  switch (indicator.form) {
    case 'slices':
      return { value: `(\n${indicator.query}\n)` };
    case 'latency':
      return { good: sum(indicator.good), total: sum(indicator.total) };
    default:
      return {
        ...(indicator.good !== undefined
          ? { good: sum(indicator.good) }
          : { bad: sum(indicator.bad ?? '') }),
        total: sum(indicator.total),
      };
  }
}

function sum(expression: string): string {
  return `sum(\n${expression}\n)`;
}
